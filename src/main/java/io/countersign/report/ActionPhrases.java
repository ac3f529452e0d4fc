package io.countersign.report;

import static io.countersign.report.TimelineLine.Tone.BAD;
import static io.countersign.report.TimelineLine.Tone.GOOD;
import static io.countersign.report.TimelineLine.Tone.PLAIN;
import static io.countersign.report.TimelineLine.Tone.WARNING;

import io.countersign.evidence.EvidenceKind;
import io.countersign.report.TimelineLine.Tone;
import io.countersign.report.TimelineLine.Topic;
import java.util.Map;

/** How attempts and what was seen of them are told. */
final class ActionPhrases {

    static final Map<EvidenceKind, Phrase> TABLE = Map.of(
            EvidenceKind.ACTION_STALE, Phrase.of(Topic.ACTION, WARNING, "arrow-repeat",
                    t -> "What was decided no longer held when it was to be done; nothing was done and it is assessed again" + t.given(": ", "reason")),
            EvidenceKind.ACTION_REFUSED, Phrase.of(Topic.ACTION, BAD, "shield-x", t -> "Countersign did not carry it out; nothing was done" + t.given(": ", "reason")),
            EvidenceKind.CREDENTIAL_MINTED, Phrase.of(Topic.ACTION, PLAIN, "key",
                    t -> "A credential was minted for " + purpose(t) + " on " + t.target() + " alone, for use by " + t.connector() + t.until("expiresAt")),
            EvidenceKind.CREDENTIAL_REDEEMED, Phrase.of(Topic.ACTION, PLAIN, "key-fill", t -> t.connector() + " accepted the credential; it is used up"),
            EvidenceKind.ACTION_ATTEMPTED, Phrase.of(Topic.ACTION, PLAIN, "lightning-charge",
                    t -> t.who() + " has " + t.action() + " carried out on " + t.target() + " through " + t.connector() + "; before: " + t.state("prior")),
            EvidenceKind.ACTION_OUTCOME, new Phrase(Topic.ACTION, "reply", t -> t.is("answer", "Accepted") ? PLAIN : WARNING, ActionPhrases::answer),
            EvidenceKind.ACTION_OBSERVED, new Phrase(Topic.ACTION, "eye", ActionPhrases::tone, ActionPhrases::observed));

    private ActionPhrases() {
    }

    private static String purpose(Telling t) {
        return t.is("verb", "UNDO") ? "taking the action back" : "this action";
    }

    private static String answer(Telling t) {
        String said = t.given(": ", "said");
        return t.is("answer", "Accepted") ? "The product accepted the order" + said
                : t.is("answer", "Refused") ? "The product did not do it" + said : "The answer of the product was lost, so nobody knows yet" + said;
    }

    private static Tone tone(Telling t) {
        return t.is("outcome", "CONFIRMED") ? GOOD : t.is("outcome", "NOT_APPLIED") ? WARNING : BAD;
    }

    private static String observed(Telling t) {
        if (t.is("outcome", "CONFIRMED")) {
            return "Seen on " + t.target() + ": " + t.state("found") + ownNote(t);
        }
        return t.is("outcome", "NOT_APPLIED") ? "Seen on " + t.target() + ": as before (" + t.state("found") + ")"
                : "It is unknown whether " + t.action() + " took effect on " + t.target() + t.given(": ", "note");
    }

    private static String ownNote(Telling t) {
        return t.text("note").startsWith("The effect was seen") ? "" : t.given(". ", "note");
    }
}
