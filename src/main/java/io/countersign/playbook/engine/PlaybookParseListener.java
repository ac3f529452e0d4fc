package io.countersign.playbook.engine;

import io.countersign.proof.Vocabulary;
import io.countersign.playbook.LedgerProcess;
import io.countersign.playbook.work.WorkSignal;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.springframework.stereotype.Component;

/** Hangs the product's listeners on the elements of every playbook that is read, so that no model has to name a class; an unknown topic is refused. */
@Component
class PlaybookParseListener extends AbstractBpmnParseListener {

    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");

    private final AssessmentListener assessment;
    private final ApprovalTaskListener approval;
    private final RunEndListener runEnd;
    private final LeaseEndListener leaseEnd;
    private final WorkSignal work;

    PlaybookParseListener(AssessmentListener assessment, ApprovalTaskListener approval, RunEndListener runEnd, LeaseEndListener leaseEnd, WorkSignal work) {
        this.assessment = assessment;
        this.approval = approval;
        this.runEnd = runEnd;
        this.leaseEnd = leaseEnd;
        this.work = work;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addListener(ExecutionListener.EVENTNAME_END, runEnd);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (property(element, Vocabulary.ASSESSES).isPresent()) {
            activity.addListener(ExecutionListener.EVENTNAME_START, assessment);
            activity.addListener(ExecutionListener.EVENTNAME_END, assessment);
        }
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if ("external".equals(element.attributeNS(CAMUNDA, "type"))) {
            String topic = element.attributeNS(CAMUNDA, "topic");
            if (!Vocabulary.TOPICS.contains(topic) && !ownTopic(topic, scope)) {
                throw new ProcessEngineException("Element " + activity.getId() + ": nobody works on topic '" + topic + "'; it is one of " + Vocabulary.TOPICS);
            }
            activity.addListener(ExecutionListener.EVENTNAME_START, work);
        }
    }

    /** What works from the ledger alone is for the product's own process. */
    private static boolean ownTopic(String topic, ScopeImpl scope) {
        return LedgerProcess.TOPIC.equals(topic) && LedgerProcess.KEY.equals(((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey());
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        if (property(element, Vocabulary.APPROVES).isPresent()) {
            task.addTaskListener(TaskListener.EVENTNAME_CREATE, approval);
            task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, approval);
        } else if (property(element, Vocabulary.BY_HAND).isPresent()) {
            task.addTaskListener(TaskListener.EVENTNAME_CREATE, approval);
        }
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addListener(ExecutionListener.EVENTNAME_START, runEnd);
    }

    @Override
    public void parseIntermediateTimerEventDefinition(Element definition, ActivityImpl activity) {
        activity.addListener(ExecutionListener.EVENTNAME_END, leaseEnd);
    }

    private static Optional<String> property(Element element, String name) {
        Element extensions = element.element("extensionElements");
        Element properties = extensions == null ? null
                : extensions.elementNS(CAMUNDA, "properties");
        return properties == null ? Optional.empty()
                : properties.elementsNS(CAMUNDA, "property").stream()
                        .filter(property -> name.equals(property.attribute("name"))).map(property -> property.attribute("value")).findFirst();
    }
}
