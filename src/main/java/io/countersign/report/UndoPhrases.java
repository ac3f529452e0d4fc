package io.countersign.report;

import static io.countersign.report.TimelineLine.Tone.BAD;
import static io.countersign.report.TimelineLine.Tone.GOOD;
import static io.countersign.report.TimelineLine.Tone.PLAIN;
import static io.countersign.report.TimelineLine.Tone.WARNING;

import io.countersign.evidence.EvidenceKind;
import io.countersign.report.TimelineLine.Tone;
import io.countersign.report.TimelineLine.Topic;
import java.util.Map;

/** How containment, its end and what was seen of it are told. */
final class UndoPhrases {

    static final Map<EvidenceKind, Phrase> TABLE = Map.of(
            EvidenceKind.ROLLBACK_REQUESTED, Phrase.of(Topic.UNDO, PLAIN, "arrow-counterclockwise",
                    t -> t.who() + (t.is("order", "release") ? " ordered the release" : " ordered the run to be rolled back") + t.quoted(": ", "reason")),
            EvidenceKind.UNDO_ATTEMPTED, Phrase.of(Topic.UNDO, PLAIN, "arrow-left-circle",
                    t -> "Countersign takes " + t.action() + " on " + t.target() + " back through " + t.connector() + ", to: " + t.state("restore")),
            EvidenceKind.UNDO_OBSERVED, new Phrase(Topic.UNDO, "eye", UndoPhrases::tone, UndoPhrases::observed),
            EvidenceKind.ROLLBACK_ENDED, new Phrase(Topic.UNDO, "flag", t -> t.is("outcome", "RESTORED") ? GOOD : BAD,
                    t -> t.is("outcome", "RESTORED") ? "Nothing of this run is left on any target" : "Not everything is as it was before: a person has to look"),
            EvidenceKind.LEASE_STARTED, Phrase.of(Topic.CONTAINMENT, PLAIN, "lock", t -> contained(t) + " is contained" + t.until("until")),
            EvidenceKind.LEASE_JOINED, Phrase.of(Topic.CONTAINMENT, PLAIN, "lock",
                    t -> contained(t) + " was contained by another run already; this run holds it as well" + t.until("until")),
            EvidenceKind.LEASE_RELEASED, Phrase.of(Topic.CONTAINMENT, GOOD, "unlock", UndoPhrases::released),
            EvidenceKind.LEASE_KEPT, Phrase.of(Topic.CONTAINMENT, WARNING, "lock-fill",
                    UndoPhrases::kept),
            EvidenceKind.LEASE_EXPIRED, Phrase.of(Topic.CONTAINMENT, PLAIN, "hourglass", t -> "The lease on " + t.target() + " ran out; it is released"));

    private UndoPhrases() {
    }

    private static Tone tone(Telling t) {
        return t.is("result", "RESTORED") || t.is("result", "HANDED_OVER") ? GOOD : BAD;
    }

    private static String observed(Telling t) {
        if (!t.is("result", "RESTORED")) {
            return "The undo on " + t.target() + " ended as " + t.lower("result") + t.given(": ", "note") + found(t);
        }
        return t.has("found") ? "The undo was seen: " + t.target() + " is as before (" + t.state("found") + ")"
                : "Nothing had to be undone on " + t.target() + t.given(": ", "note");
    }

    private static String found(Telling t) {
        return t.has("found") ? " (before: " + t.state("prior") + "; wanted: " + t.state("expected") + "; found: " + t.state("found") + ")" : "";
    }

    private static String released(Telling t) {
        if (t.has("statement")) {
            return t.who() + " closed the containment of " + t.target() + t.quoted(": ", "statement");
        }
        return t.list("stillHeldBy").isEmpty() ? contained(t) + " is contained no longer"
                : "This run let go of " + t.target() + "; it stays contained for " + Words.all(t.list("stillHeldBy"));
    }

    private static String kept(Telling t) {
        return t.has("followUp") ? t.who() + " looked at " + t.target() + " and follows up what is left on it; it is asked again" + t.on("askAgain") + t.quoted(": ", "reason")
                : t.who() + " decided that " + t.target() + " stays contained" + t.until("until") + ", when it is released unless it is kept again"
                + t.quoted(": ", "reason");
    }

    private static String contained(Telling t) {
        String target = t.target();
        return Character.toUpperCase(target.charAt(0)) + target.substring(1);
    }
}
