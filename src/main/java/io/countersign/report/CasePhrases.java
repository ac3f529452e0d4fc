package io.countersign.report;

import static io.countersign.report.TimelineLine.Tone.BAD;
import static io.countersign.report.TimelineLine.Tone.GOOD;
import static io.countersign.report.TimelineLine.Tone.PLAIN;
import static io.countersign.report.TimelineLine.Tone.WARNING;

import io.countersign.evidence.EvidenceKind;
import io.countersign.report.TimelineLine.Topic;
import java.util.List;
import java.util.Map;

/** How alerts, incidents and the course of playbooks are told. */
final class CasePhrases {

    static final Map<EvidenceKind, Phrase> TABLE = Map.of(
            EvidenceKind.ALERT_RECEIVED, Phrase.of(Topic.ALERT, PLAIN, "bell", CasePhrases::alert),
            EvidenceKind.ALERT_QUARANTINED, Phrase.of(Topic.ALERT, WARNING, "bell-slash",
                    t -> "A record of " + t.who() + " could not be read and was kept aside" + t.given(", at ", "pointer") + t.given(": ", "reason")),
            EvidenceKind.INCIDENT_OPENED, Phrase.of(Topic.ALERT, PLAIN, "folder-plus",
                    t -> "An incident was opened: " + t.quoted("", "title") + ", severity " + t.lower("severity") + ", environment " + t.lower("environment")
                            + ", team " + t.names().team(t.text("team"))),
            EvidenceKind.INCIDENT_CHANGED, Phrase.of(Topic.ALERT, PLAIN, "pencil-square", CasePhrases::changed),
            EvidenceKind.PLAYBOOK_DEPLOYED, Phrase.of(Topic.PLAYBOOK, PLAIN, "box-arrow-in-down",
                    t -> deployed(t) + " deployed by " + t.who()),
            EvidenceKind.PLAYBOOK_SELECTED, new Phrase(Topic.PLAYBOOK, "signpost-split", t -> t.list("playbooks").isEmpty() ? WARNING : PLAIN,
                    CasePhrases::selected),
            EvidenceKind.PLAYBOOK_STARTED, Phrase.of(Topic.PLAYBOOK, PLAIN, "play-circle",
                    t -> t.who() + " started " + playbook(t) + ", version " + t.text("version") + t.quoted(": ", "reason")),
            EvidenceKind.PLAYBOOK_ENDED, Phrase.of(Topic.PLAYBOOK, GOOD, "stop-circle", t -> "The run ended: " + t.text("outcome")),
            EvidenceKind.RECOMMENDATION_MADE, Phrase.of(Topic.ADVICE, PLAIN, "robot", CasePhrases::advice),
            EvidenceKind.RECOMMENDATION_REFUSED, Phrase.of(Topic.ADVICE, BAD, "robot",
                    t -> "Advice of " + t.who() + " was not accepted and nothing follows from it: " + Words.all(t.list("problems"))));

    private CasePhrases() {
    }

    private static String alert(Telling t) {
        return t.who() + " reported " + t.quoted("", "title") + ", severity " + t.lower("severity")
                + (t.list("techniques").isEmpty() ? "" : ", technique " + Words.all(t.list("techniques")));
    }

    private static String changed(Telling t) {
        return t.who() + " changed " + t.lower("what") + t.given(" from ", "from") + t.given(" to ", "to") + t.quoted(": ", "reason");
    }

    private static String selected(Telling t) {
        List<String> chosen = t.list("playbooks").stream().map(key -> Words.quoted(t.names().playbook(key))).toList();
        return (chosen.isEmpty() ? "Policy chose no playbook" : "Policy chose " + Words.all(chosen)) + t.given(": ", "reason");
    }

    private static String advice(Telling t) {
        List<String> advised = t.maps("proposals").stream().map(proposal -> proposal(t, proposal)).toList();
        return t.who() + (advised.isEmpty() ? " advised no action" : " advised " + Words.all(advised)) + t.given("; recommender ", "recommender")
                + t.given(" ", "version");
    }

    private static String proposal(Telling t, Map<?, ?> proposal) {
        String target = proposal.get("target") instanceof String named ? " on " + Words.target(named) : "";
        String sure = proposal.get("confidence") == null ? "" : " (" + Words.plain(proposal.get("confidence")) + " sure)";
        return Words.quoted(t.names().action(Words.plain(proposal.get("action")))) + target + sure;
    }

    /** A deployment may bring decisions and forms alone. */
    private static String deployed(Telling t) {
        return t.has("playbook") ? playbook(t) + ", version " + t.text("version") + ", was" : "Decisions and forms " + t.quoted("", "name") + " were";
    }

    private static String playbook(Telling t) {
        return Words.quoted(t.names().playbook(t.text("playbook")));
    }
}
