package io.countersign.playbook.engine;

import io.countersign.action.ActionRequest;
import io.countersign.action.CanonicalRequest;
import io.countersign.action.RiskTier;
import io.countersign.action.RuleHit;
import io.countersign.action.RuleUnclear;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.policy.Assessment;
import io.countersign.policy.Assessments;
import io.countersign.policy.PolicySettings;
import io.countersign.policy.RiskPolicy;
import io.countersign.policy.RiskVerdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns the rules that matched into the kept assessment. What cannot be read, was not recommended, or was asked too often is denied. */
@Component
class RiskAnswers {

    /** What the playbook goes on with. */
    record Answer(RiskTier tier, Duration escalateAfter, Duration expireAfter) {
    }

    private final RiskPolicy policy;
    private final GuardedPolicy guarded;
    private final PolicySettings settings;
    private final Assessments assessments;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    RiskAnswers(RiskPolicy policy, GuardedPolicy guarded, PolicySettings settings, Assessments assessments, EvidenceLog evidence,
                InstantSource clock) {
        this.policy = policy;
        this.guarded = guarded;
        this.settings = settings;
        this.assessments = assessments;
        this.evidence = evidence;
        this.clock = clock;
    }

    Answer answer(RiskQuestion question, List<Map<String, Object>> matched, String decision) {
        if (question.request().isEmpty()) {
            evidence.append(EvidenceEntry.of(EvidenceKind.ACTION_ASSESSED, Actor.system("policy")).about(question.incident()).in(question.run())
                    .with("activity", question.activity()).with("actionType", question.type().id()).with("tier", RiskTier.DENY.name())
                    .with("rule", "NOT-RECOMMENDED").with("reason", "No recommendation for this action: nothing is done"));
            return new Answer(RiskTier.DENY, Duration.ZERO, Duration.ZERO);
        }
        ActionRequest request = question.request().get();
        List<RuleHit> hits = List.of();
        RiskVerdict verdict;
        try {
            hits = guarded.withGuardrails(question, matched.stream().map(RuleHit::from).toList());
            verdict = verdict(question, hits);
        } catch (RuleUnclear unclear) {
            verdict = policy.denied("POLICY-UNCLEAR", unclear.getMessage());
        }
        keep(question, request, hits, verdict, decision);
        return new Answer(verdict.tier(), verdict.escalateAfter(), verdict.expireAfter());
    }

    private RiskVerdict verdict(RiskQuestion question, List<RuleHit> hits) {
        if (assessments.count(question.run(), question.activity()) >= settings.assessmentsPerAction()) {
            return policy.denied("TOO-OFTEN", "It was assessed " + settings.assessmentsPerAction() + " times in this run and never held; a person has to look");
        }
        return policy.decide(question.type(), RiskTier.valueOf(question.facts().agentCeiling()), hits, question.owningTeam());
    }

    private void keep(RiskQuestion question, ActionRequest request, List<RuleHit> hits, RiskVerdict verdict, String decision) {
        CanonicalRequest canonical = CanonicalRequest.of(request);
        Assessment assessment = new Assessment(request, canonical.digest(), canonical.text(), question.recommendation().orElseThrow(), question.facts(), hits,
                decision, verdict, clock.instant());
        assessments.keep(assessment, question.agentOwner());
    }
}
