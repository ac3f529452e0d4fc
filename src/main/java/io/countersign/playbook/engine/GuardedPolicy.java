package io.countersign.playbook.engine;

import io.countersign.action.ActionRequest;
import io.countersign.action.RiskTier;
import io.countersign.action.RuleHit;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.policy.GuardedSubjects;
import io.countersign.policy.RiskPolicy;
import io.countersign.policy.guardrail.Breach;
import io.countersign.policy.guardrail.Guardrails;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Adds each guardrail that an action would break to the rules that matched, so that the strictest of all counts and people see it before they decide. */
@Component
class GuardedPolicy {

    private final RiskPolicy policy;
    private final Guardrails guardrails;
    private final GuardedSubjects subjects;
    private final EvidenceLog evidence;

    GuardedPolicy(RiskPolicy policy, Guardrails guardrails, GuardedSubjects subjects, EvidenceLog evidence) {
        this.policy = policy;
        this.guardrails = guardrails;
        this.subjects = subjects;
        this.evidence = evidence;
    }

    /** Where the rules alone let nothing be done, no guardrail makes something of it. */
    List<RuleHit> withGuardrails(RiskQuestion question, List<RuleHit> hits) {
        RiskTier alone = policy.decide(question.type(), RiskTier.valueOf(question.facts().agentCeiling()), hits, question.owningTeam()).tier();
        if (alone == RiskTier.OBSERVE || alone == RiskTier.DENY) {
            return hits;
        }
        ActionRequest request = question.request().orElseThrow();
        List<Breach> breaches = guardrails.breaches(subjects.of(question.type(), request, question.facts()));
        breaches.forEach(breach -> evidence.append(entry(question, request, breach)));
        return Stream.concat(hits.stream(), breaches.stream().map(Breach::hit)).toList();
    }

    private static EvidenceEntry entry(RiskQuestion question, ActionRequest request, Breach breach) {
        return EvidenceEntry.of(EvidenceKind.GUARDRAIL_BREACHED, Actor.system("policy")).about(question.incident()).in(question.run())
                .with("activity", question.activity()).with("actionType", request.actionType()).with("target", request.target().toString())
                .with("guardrail", breach.guardrail().id()).with("name", breach.guardrail().name()).with("tier", breach.guardrail().tier().name())
                .with("why", breach.why()).with("at", "assessment");
    }
}
