package io.countersign.report;

import static io.countersign.report.TimelineLine.Tone.BAD;
import static io.countersign.report.TimelineLine.Tone.GOOD;
import static io.countersign.report.TimelineLine.Tone.PLAIN;
import static io.countersign.report.TimelineLine.Tone.WARNING;

import io.countersign.evidence.EvidenceKind;
import io.countersign.report.TimelineLine.Topic;
import java.util.Map;

/** How stops are told, and what they held back. */
final class StopPhrases {

    static final Map<EvidenceKind, Phrase> TABLE = Map.of(
            EvidenceKind.STOP_PRESSED, Phrase.of(Topic.ADMINISTRATION, BAD, "stop-circle",
                    t -> t.who() + (t.has("again") ? " stopped again " : " stopped ") + what(t) + t.quoted(": ", "reason")),
            EvidenceKind.STOP_LIFT_REQUESTED, Phrase.of(Topic.ADMINISTRATION, WARNING, "hourglass-split",
                    t -> t.who() + " wants the stop of " + what(t) + " lifted; a second person has to agree" + t.quoted(": ", "reason")),
            EvidenceKind.STOP_LIFTED, Phrase.of(Topic.ADMINISTRATION, GOOD, "play-circle",
                    t -> t.who() + " agreed with " + person(t, "askedBy") + " and lifted the stop of " + what(t) + t.quoted(": ", "reason")),
            EvidenceKind.STOP_KEPT, Phrase.of(Topic.ADMINISTRATION, PLAIN, "stop-circle",
                    t -> t.who() + " did not agree with " + person(t, "askedBy") + ": the stop of " + what(t) + " stays" + t.quoted(", because ", "reason")),
            EvidenceKind.DRY_RUN_BEGUN, Phrase.of(Topic.ADMINISTRATION, WARNING, "mask",
                    t -> t.who() + " made it a dry run: " + what(t) + " are only pretended" + t.quoted(": ", "reason")),
            EvidenceKind.DRY_RUN_ENDED, Phrase.of(Topic.ADMINISTRATION, WARNING, "mask",
                    t -> t.who() + " ended the dry run: " + what(t) + " are real again" + t.quoted(": ", "reason")),
            EvidenceKind.ACTION_PRETENDED, Phrase.of(Topic.ACTION, WARNING, "mask",
                    t -> "Dry run: " + t.action() + " would have been carried out on " + t.target() + " through " + t.connector() + ". Nothing was sent; it is "
                            + t.state("prior") + ", and would be " + t.state("expected")),
            EvidenceKind.ACTION_HELD, Phrase.of(Topic.ACTION, WARNING, "stop-circle",
                    t -> "Held back: " + person(t, "stoppedBy") + " stopped " + what(t) + t.quoted(" (", "reason") + (t.has("reason") ? ")" : "")
                            + ". Nothing was done; when the stop is lifted it is assessed anew"));

    private StopPhrases() {
    }

    private static String what(Telling t) {
        return switch (t.text("scope")) {
            case "EVERYTHING" -> "all new effects";
            case "PLAYBOOK" -> "new effects of playbook " + Words.quoted(t.names().playbook(t.text("name")));
            case "ACTION_TYPE" -> "new effects of the kind " + Words.quoted(t.names().action(t.text("name")));
            case "CONNECTOR" -> "new effects through " + t.names().connector(t.text("name"));
            default -> "new effects";
        };
    }

    private static String person(Telling t, String fact) {
        return t.has(fact) ? t.names().person(t.text(fact)) : "somebody";
    }
}
