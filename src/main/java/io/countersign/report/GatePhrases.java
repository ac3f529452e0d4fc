package io.countersign.report;

import static io.countersign.report.TimelineLine.Tone.BAD;
import static io.countersign.report.TimelineLine.Tone.GOOD;
import static io.countersign.report.TimelineLine.Tone.PLAIN;
import static io.countersign.report.TimelineLine.Tone.WARNING;

import io.countersign.evidence.EvidenceKind;
import io.countersign.report.TimelineLine.Topic;
import java.util.Map;

/** How it is told what came to the gate, and what became of it. */
final class GatePhrases {

    static final Map<EvidenceKind, Phrase> TABLE = Map.of(
            EvidenceKind.PLAYBOOK_REFUSED, Phrase.of(Topic.PLAYBOOK, BAD, "box-arrow-in-down",
                    t -> "What " + t.who() + " wanted to deploy" + t.quoted(" as ", "name") + " was refused: " + Words.all(t.list("problems"))),
            EvidenceKind.PLAYBOOK_WAITING, Phrase.of(Topic.PLAYBOOK, WARNING, "hourglass-split",
                    t -> "What " + t.who() + " sent as " + t.quoted("", "name") + " gains authority and waits for a second person: " + Words.all(t.list("gains"))),
            EvidenceKind.PLAYBOOK_DECIDED, new Phrase(Topic.PLAYBOOK, "person-check", t -> t.is("decision", "ACTIVATED") ? GOOD : WARNING,
                    t -> t.who() + (t.is("decision", "ACTIVATED") ? " activated " : " turned down ") + t.quoted("", "name") + t.given(" of ", "author")
                            + t.quoted(": ", "rationale")),
            EvidenceKind.PLAYBOOK_SUSPENDED, Phrase.of(Topic.PLAYBOOK, BAD, "slash-circle",
                    t -> "Nothing new starts on " + t.text("playbook") + ", version " + t.text("version") + ": by the rules of today it does not hold. "
                            + Words.all(t.list("findings"))),
            EvidenceKind.RUN_MIGRATED, Phrase.of(Topic.PLAYBOOK, PLAIN, "arrow-left-right",
                    t -> t.who() + " moved the run from version " + t.text("from") + " to version " + t.text("to") + t.quoted(": ", "reason")),
            EvidenceKind.RUN_RESUMED, Phrase.of(Topic.PLAYBOOK, WARNING, "play-circle",
                    t -> "Somebody had suspended the run in the engine; it goes on: " + t.text("reason")));

    private GatePhrases() {
    }
}
