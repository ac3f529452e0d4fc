package io.countersign.playbook.engine;

import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.playbook.Properties;
import io.countersign.proof.Vocabulary;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Around every assess task: before it, the facts of the moment become the inputs of the DMN table; after it, the rules that
 * matched become one assessment and the tier that the gateway reads. The inputs are transient: they are not stored as variables.
 */
@Component
class AssessmentListener implements ExecutionListener {

    /** The engine evaluates the table between the two calls, on the same thread; what a failed evaluation left is replaced by the next. */
    private final ThreadLocal<RiskQuestion> asked = new ThreadLocal<>();
    private final RiskQuestions questions;
    private final RiskAnswers answers;

    AssessmentListener(RiskQuestions questions, RiskAnswers answers) {
        this.questions = questions;
        this.answers = answers;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (EVENTNAME_START.equals(execution.getEventName())) {
            ask(execution);
        } else {
            answer(execution);
        }
    }

    private void ask(DelegateExecution execution) {
        String activity = Properties.require(execution, Vocabulary.ASSESSES);
        String actionType = Properties.of(execution, activity, Vocabulary.ACTION)
                .orElseThrow(() -> new IllegalStateException("Element " + activity + " lacks the property " + Vocabulary.ACTION));
        RiskQuestion question = questions.ask(IncidentId.parse((String) execution.getVariable(Vocabulary.VAR_INCIDENT)),
                new PlaybookRunId(execution.getProcessInstanceId()), execution.getProcessDefinitionId(), activity, actionType);
        question.facts().asVariables().forEach((name, value) -> execution.setVariableLocal(name, Variables.untypedValue(value, true)));
        asked.set(question);
    }

    private void answer(DelegateExecution execution) {
        RiskQuestion question = asked.get();
        asked.remove();
        DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
        if (question == null || result == null || !question.run().value().equals(execution.getProcessInstanceId())) {
            throw new IllegalStateException("Element " + execution.getCurrentActivityId() + " ended without a decision");
        }
        RiskAnswers.Answer answer = answers.answer(question, result.getResultList(), decision(execution));
        execution.getProcessInstance().setVariable(Vocabulary.variable(question.activity(), "Tier"), answer.tier().name());
        if (answer.tier().machineActs() && answer.tier().quorum() > 0) {
            execution.getProcessInstance().setVariable(Vocabulary.variable(question.activity(), "EscalateAfter"), answer.escalateAfter().toString());
            execution.getProcessInstance().setVariable(Vocabulary.variable(question.activity(), "ExpireAfter"), answer.expireAfter().toString());
        }
    }

    /** The id of the DMN version that was evaluated: the one deployed together with the playbook. */
    private static String decision(DelegateExecution execution) {
        var repository = execution.getProcessEngineServices().getRepositoryService();
        String deployment = repository.getProcessDefinition(execution.getProcessDefinitionId()).getDeploymentId();
        return DecisionVersions.of(repository, deployment);
    }
}
