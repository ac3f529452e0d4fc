package io.countersign.execution;

import io.countersign.action.ActionCatalogue;
import io.countersign.policy.Assessment;
import io.countersign.policy.GuardedSubjects;
import io.countersign.policy.guardrail.Breach;
import io.countersign.policy.guardrail.Guardrails;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Judges an action by the guardrails once more at the moment of execution, where what others claim at the same moment counts. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GuardrailGate {

    private final Guardrails guardrails;
    private final GuardedSubjects subjects;
    private final ActionCatalogue catalogue;
    private final ExecutionRecord record;

    GuardrailGate(Guardrails guardrails, GuardedSubjects subjects, ActionCatalogue catalogue, ExecutionRecord record) {
        this.guardrails = guardrails;
        this.subjects = subjects;
        this.catalogue = catalogue;
        this.record = record;
    }

    /** Why it must be assessed anew: a guardrail demands more than what was decided. Empty if it may go on; it is then counted. */
    Optional<String> stricterNow(Assessment assessment) {
        List<Breach> breaches = guardrails.admit(subjects.of(catalogue.get(assessment.request().actionType()), assessment.request(), assessment.facts()),
                assessment.digest(), assessment.verdict().tier());
        breaches.forEach(breach -> record.guarded(assessment, breach));
        return breaches.isEmpty() ? Optional.empty()
                : Optional.of(breaches.stream().map(breach -> breach.guardrail().name() + ": " + breach.why()).collect(Collectors.joining("; ")));
    }

    /** It was let pass, and then there was nothing new to do. */
    void nothingNew(Assessment assessment) {
        guardrails.nothingNew(assessment.digest());
    }
}
