package io.countersign.evidence;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One statement for the record, before it gets its number and time.
 *
 * @param incident    may be null where the statement is about none
 * @param playbookRun may be null
 * @param actionRun   may be null
 * @param digest      the action digest (64 lower-case hex digits) or null
 * @param facts       plain values only (text, numbers, booleans, lists and maps of them); never a secret
 */
public record EvidenceEntry(EvidenceKind kind, Actor actor, IncidentId incident, PlaybookRunId playbookRun,
                            ActionRunId actionRun, String digest, Map<String, Object> facts) {

    public EvidenceEntry {
        if (kind == null || actor == null) {
            throw new IllegalArgumentException("Evidence needs a kind and an actor");
        }
        facts = facts == null ? Map.of() : Map.copyOf(facts);
    }

    public static EvidenceEntry of(EvidenceKind kind, Actor actor) {
        return new EvidenceEntry(kind, actor, null, null, null, null, Map.of());
    }

    public EvidenceEntry by(Actor who) {
        return new EvidenceEntry(kind, who, incident, playbookRun, actionRun, digest, facts);
    }

    public EvidenceEntry about(IncidentId of) {
        return new EvidenceEntry(kind, actor, of, playbookRun, actionRun, digest, facts);
    }

    public EvidenceEntry in(PlaybookRunId run) {
        return new EvidenceEntry(kind, actor, incident, run, actionRun, digest, facts);
    }

    public EvidenceEntry of(ActionRunId run) {
        return new EvidenceEntry(kind, actor, incident, playbookRun, run, digest, facts);
    }

    public EvidenceEntry digest(String hex) {
        return new EvidenceEntry(kind, actor, incident, playbookRun, actionRun, hex, facts);
    }

    /** Adds one fact; a null value is left out. */
    public EvidenceEntry with(String name, Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new EvidenceEntry(kind, actor, incident, playbookRun, actionRun, digest, more);
    }
}
