package io.countersign.report;

import static io.countersign.report.TimelineLine.Tone.BAD;
import static io.countersign.report.TimelineLine.Tone.GOOD;

import io.countersign.evidence.EvidenceKind;
import io.countersign.report.TimelineLine.Topic;
import java.util.Map;

/** How it is told that what is contained differs from what should be. */
final class ReconcilePhrases {

    static final Map<EvidenceKind, Phrase> TABLE = Map.of(
            EvidenceKind.CONTAINMENT_DRIFTED, new Phrase(Topic.CONTAINMENT, "binoculars", t -> contained(t) ? GOOD : BAD,
                    t -> contained(t) ? "It was seen contained again: " + t.target() : "A lease is in force, but somebody freed " + t.target() + " (expected: " + t.state("expected")
                            + "; found: " + t.state("found") + ")"),
            EvidenceKind.ORPHAN_FOUND, new Phrase(Topic.CONTAINMENT, "binoculars", t -> t.has("gone") ? GOOD : BAD,
                    t -> t.has("gone") ? t.text("gone") + " effects that the ledger did not know of are no longer held by " + t.connector()
                            : t.connector() + " holds an effect of ours on " + t.target() + " that the ledger does not know of: a person has to look"));

    private ReconcilePhrases() {
    }

    private static boolean contained(Telling t) {
        return Boolean.TRUE.equals(t.row().facts().get("contained"));
    }
}
