package io.countersign.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasesTest {

    private static final Actor BEN = Actor.person("ben");
    private static final Actor POLICY = Actor.system("policy");
    private static final Actor TRIAGE = Actor.agent("triage-1", "ben");

    private final Names names = new Names(Map.of(
            Names.Kind.PERSON, id -> id.equals("ben") ? Optional.of("Ben Okafor") : Optional.empty(),
            Names.Kind.TEAM, id -> id.equals("edr") ? Optional.of("EDR") : Optional.empty(),
            Names.Kind.AGENT, id -> Optional.of("Triage"),
            Names.Kind.ACTION, id -> id.equals("isolate-host") ? Optional.of("Isolate host") : Optional.empty(),
            Names.Kind.CONNECTOR, id -> Optional.of("Sandbox")));

    @ParameterizedTest
    @EnumSource(EvidenceKind.class)
    void everyKindHasWordsOfItsOwn(EvidenceKind kind) {
        assertThat(Phrases.knows(kind)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(EvidenceKind.class)
    void aRowWithoutFactsIsToldAllTheSame(EvidenceKind kind) {
        TimelineLine line = tell(kind, POLICY, Map.of());
        assertThat(line.sentence()).isNotBlank().endsWith(".").doesNotContain("null");
        assertThat(line.kind()).isEqualTo(kind.name());
    }

    @Test
    void anApprovalNamesPersonTeamAndReasons() {
        assertThat(tell(EvidenceKind.APPROVAL_GIVEN, BEN, Map.of("team", "edr", "rationale", "Beaconing seen in two sources")).sentence())
                .isEqualTo("Ben Okafor (EDR) approved: “Beaconing seen in two sources”.");
    }

    @Test
    void anAssessmentSaysWhatTheTierDemands() {
        assertThat(tell(EvidenceKind.ACTION_ASSESSED, POLICY, Map.of("rule", "RT-07", "tier", "DUAL", "actionType", "isolate-host", "target", "HOST ws-0142",
                "reason", "Production and highly critical")).sentence())
                .isEqualTo("Policy rule RT-07 demands two approvals of two teams for “Isolate host” on host ws-0142 (DUAL): Production and highly critical.");
    }

    @Test
    void aRequestForApprovalNamesTheTeams() {
        assertThat(tell(EvidenceKind.APPROVAL_REQUESTED, POLICY, Map.of("teams", List.of("soc", "edr"), "level", 2, "expiresAt", "2026-11-24T14:33:00Z")).sentence())
                .isEqualTo("Policy asked soc and EDR for the second approval, until 24 Nov 2026 14:33 UTC.");
    }

    @Test
    void adviceSaysWhatIsProposedForWhichTargetAndHowSure() {
        assertThat(tell(EvidenceKind.RECOMMENDATION_MADE, TRIAGE, Map.of("recommender", "embedded", "version", "1", "proposals",
                List.of(Map.of("action", "isolate-host", "target", "HOST ws-0142", "confidence", 0.82)))).sentence())
                .isEqualTo("Triage (AI, Ben Okafor answers for it) advised “Isolate host” on host ws-0142 (0.82 sure); recommender embedded 1.");
    }

    @Test
    void whatWasSeenOnTheTargetIsSaid() {
        TimelineLine line = tell(EvidenceKind.ACTION_OBSERVED, POLICY, Map.of("outcome", "CONFIRMED", "target", "HOST ws-0142", "found", Map.of("isolated", "true"),
                "note", "The effect was seen on the target", "sandbox", true));
        assertThat(line.sentence()).isEqualTo("Seen on host ws-0142: isolated.");
        assertThat(line.tone()).isEqualTo(TimelineLine.Tone.GOOD);
        assertThat(line.sandbox()).isTrue();
    }

    @Test
    void anUndoIsOnlyGoodWhenItWasSeen() {
        Map<String, Object> restored = Map.of("result", "RESTORED", "target", "HOST ws-0142", "found", Map.of("isolated", "false"));
        assertThat(tell(EvidenceKind.UNDO_OBSERVED, POLICY, restored).sentence()).isEqualTo("The undo was seen: host ws-0142 is as before (not isolated).");
        TimelineLine drifted = tell(EvidenceKind.UNDO_OBSERVED, POLICY, Map.of("result", "DRIFTED", "target", "HOST ws-0142", "found", Map.of("isolated", "no"),
                "prior", Map.of("isolated", "false"), "expected", Map.of("isolated", "true"), "note", "Somebody changed the target in between"));
        assertThat(drifted.tone()).isEqualTo(TimelineLine.Tone.BAD);
        assertThat(drifted.sentence()).contains("drifted").contains("before: not isolated").contains("found: isolated no");
    }

    @Test
    void anAgentIsNamedWithThePersonWhoAnswersForIt() {
        assertThat(tell(EvidenceKind.ACTION_ATTEMPTED, TRIAGE, Map.of("actionType", "isolate-host", "target", "HOST ws-0142", "connector", "sandbox",
                "prior", Map.of("isolated", "false"))).sentence())
                .isEqualTo("Triage (AI, Ben Okafor answers for it) has “Isolate host” carried out on host ws-0142 through Sandbox; before: not isolated.");
    }

    @Test
    void textFromOutsideStaysOneLineOfText() {
        String hostile = "a\r\n<script>alert(1)</script>\u202e" + "x".repeat(2000);
        String sentence = tell(EvidenceKind.ALERT_RECEIVED, Actor.source("edr"), Map.of("title", hostile, "severity", "HIGH")).sentence();
        assertThat(sentence).contains("<script>").doesNotContain("\n", "\r", "\u202e").hasSizeLessThan(800);
    }

    private TimelineLine tell(EvidenceKind kind, Actor actor, Map<String, Object> facts) {
        return Phrases.tell(new Telling(new EvidenceRow(7, Instant.EPOCH, kind, actor, "INC-1", "run", null, null, facts), names));
    }
}
