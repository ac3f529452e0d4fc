package io.countersign.report;

import static io.countersign.report.TimelineLine.Tone.BAD;
import static io.countersign.report.TimelineLine.Tone.GOOD;
import static io.countersign.report.TimelineLine.Tone.PLAIN;
import static io.countersign.report.TimelineLine.Tone.WARNING;

import io.countersign.action.RiskTier;
import io.countersign.evidence.EvidenceKind;
import io.countersign.report.TimelineLine.Topic;
import java.util.Arrays;
import java.util.Map;

/** How policy and the decisions of people are told. */
final class DecisionPhrases {

    static final Map<EvidenceKind, Phrase> TABLE = Map.of(
            EvidenceKind.ACTION_ASSESSED, new Phrase(Topic.POLICY, "clipboard-check", t -> t.is("tier", "DENY") ? BAD : PLAIN, DecisionPhrases::assessed),
            EvidenceKind.APPROVAL_REQUESTED, Phrase.of(Topic.APPROVAL, PLAIN, "question-circle",
                    t -> "Policy asked " + t.teams() + " for " + level(t) + t.until("expiresAt")),
            EvidenceKind.APPROVAL_GIVEN, Phrase.of(Topic.APPROVAL, GOOD, "check-circle", t -> decided(t, "approved")),
            EvidenceKind.APPROVAL_REFUSED, Phrase.of(Topic.APPROVAL, BAD, "x-circle", t -> decided(t, "refused")),
            EvidenceKind.APPROVAL_ESCALATED, Phrase.of(Topic.APPROVAL, WARNING, "megaphone", t -> "Nobody decided yet, so " + t.teams() + " are asked now"),
            EvidenceKind.APPROVAL_EXPIRED, Phrase.of(Topic.APPROVAL, BAD, "hourglass-bottom", t -> "The question was closed unanswered" + t.given(": ", "reason")),
            EvidenceKind.APPROVAL_DENIED, Phrase.of(Topic.APPROVAL, WARNING, "person-x",
                    t -> t.who() + " tried to " + t.given("", "tried") + ", which was not taken" + t.given(": ", "message")),
            EvidenceKind.PERSON_DECIDED, Phrase.of(Topic.APPROVAL, PLAIN, "person-check", DecisionPhrases::byHand));

    private DecisionPhrases() {
    }

    private static String assessed(Telling t) {
        return "Policy rule " + t.text("rule") + " " + meaning(t) + t.given(": ", "reason");
    }

    private static String meaning(Telling t) {
        String what = t.action() + (t.has("target") ? " on " + t.target() : "");
        return Arrays.stream(RiskTier.values()).filter(tier -> t.is("tier", tier.name())).findFirst().map(tier -> switch (tier) {
            case OBSERVE -> "lets " + what + " be looked at only (OBSERVE)";
            case AUTONOMOUS -> "lets the AI carry out " + what + " (AUTONOMOUS)";
            case APPROVE -> "demands one approval for " + what + " (APPROVE)";
            case DUAL -> "demands two approvals of two teams for " + what + " (DUAL)";
            case HUMAN_ONLY -> "leaves " + what + " to people (HUMAN_ONLY)";
            case DENY -> "denies " + what + " (DENY)";
        }).orElseGet(() -> "decided on " + what + " (" + t.text("tier") + ")");
    }

    private static String level(Telling t) {
        return t.is("level", "2") || Integer.valueOf(2).equals(t.row().facts().get("level")) ? "the second approval" : "approval";
    }

    private static String decided(Telling t, String verb) {
        return t.who() + (t.has("team") ? " (" + t.names().team(t.text("team")) + ")" : "") + " " + verb + t.quoted(": ", "rationale");
    }

    private static String byHand(Telling t) {
        String what = t.has("task") ? t.quoted("", "task") : t.quoted("", "activity");
        return t.who() + " answered " + what + (t.has("answer") ? ": " + t.state("answer") : t.given(": ", "decision"));
    }
}
