package io.countersign.report;

import static io.countersign.report.TimelineLine.Tone.PLAIN;
import static io.countersign.report.TimelineLine.Tone.WARNING;

import io.countersign.evidence.EvidenceKind;
import io.countersign.report.TimelineLine.Topic;
import java.util.Map;

/** How guardrails are told. */
final class GuardrailPhrases {

    static final Map<EvidenceKind, Phrase> TABLE = Map.of(
            EvidenceKind.GUARDRAIL_BREACHED, Phrase.of(Topic.POLICY, WARNING, "cone-striped",
                    t -> "The guardrail " + t.quoted("", "name") + (t.is("tier", "DENY") ? " refuses " : " demands " + t.text("tier") + " for ") + t.action() + " on " + t.target()
                            + t.given(": ", "why")),
            EvidenceKind.GUARDRAIL_CHANGED, Phrase.of(Topic.ADMINISTRATION, WARNING, "cone-striped",
                    t -> t.who() + (Boolean.FALSE.equals(t.row().facts().get("enabled")) ? " switched off the guardrail " : " set the guardrail ") + t.quoted("", "name")
                            + t.quoted(": ", "reason")),
            EvidenceKind.GUARDRAIL_OVERRIDE_REQUESTED, Phrase.of(Topic.POLICY, WARNING, "cone-striped",
                    t -> t.who() + " wants the guardrail " + t.text("guardrail") + " not to count for " + t.action() + " on " + t.target() + t.until("expiresAt")
                            + t.quoted(": ", "reason")),
            EvidenceKind.GUARDRAIL_OVERRIDE_DECIDED, Phrase.of(Topic.POLICY, PLAIN, "cone-striped",
                    t -> t.who() + (t.is("decision", "GRANTED") ? " agreed: the guardrail " : " did not agree: the guardrail ") + t.text("guardrail")
                            + (t.is("decision", "GRANTED") ? " does not count for " : " counts for ") + t.action() + " on " + t.target()
                            + (t.is("decision", "GRANTED") ? t.until("expiresAt") : "") + t.quoted(": ", "reason")));

    private GuardrailPhrases() {
    }
}
