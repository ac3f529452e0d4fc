package io.countersign.designer;

import io.countersign.proof.Vocabulary;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Which template an element of a playbook belongs to, by what it does. Gateways, ends and boundary events have none. */
final class TemplateOf {

    private static final String PREFIX = "io.countersign.";
    private static final Map<String, String> MESSAGES = Map.of(Vocabulary.MESSAGE_RELEASE, "release", Vocabulary.MESSAGE_KEEP, "keep",
            Vocabulary.MESSAGE_ROLLBACK, "rollback-requested");
    private static final Map<String, String> DELEGATES = Map.of(Vocabulary.ESCALATE, "escalate", Vocabulary.EXPIRE, "expire", Vocabulary.VERIFY, "verify-rollback");
    private static final Map<String, String> TASKS = Map.of(Vocabulary.APPROVES, "approve", Vocabulary.BY_HAND, "by-hand", Vocabulary.RESOLVES, "decide-outcome",
            Vocabulary.REVIEWS, "review");

    private TemplateOf() {
    }

    static Optional<String> element(BaseElement element, Map<String, String> properties) {
        return id(element, properties).map(id -> PREFIX + id);
    }

    private static Optional<String> id(BaseElement element, Map<String, String> properties) {
        if (element instanceof Process) {
            return Optional.of("playbook");
        }
        String second = properties.containsKey(Vocabulary.LEVEL) ? "-second" : "";
        if (element instanceof ServiceTask task) {
            return service(task, properties, second);
        }
        if (element instanceof UserTask) {
            return TASKS.entrySet().stream().filter(kind -> properties.containsKey(kind.getKey())).findFirst().map(kind -> kind.getValue() + second);
        }
        return element instanceof BusinessRuleTask ? Optional.of("assess") : event(element);
    }

    private static Optional<String> service(ServiceTask task, Map<String, String> properties, String second) {
        if ("external".equals(task.getCamundaType())) {
            return Optional.of(switch (task.getCamundaTopic()) {
                case Vocabulary.TOPIC_CONTAINMENT -> "action." + properties.get(Vocabulary.ACTION);
                case Vocabulary.TOPIC_UNDO -> "undo";
                default -> "recommend";
            });
        }
        return Optional.ofNullable(DELEGATES.get(task.getCamundaDelegateExpression())).map(id -> id + second);
    }

    private static Optional<String> event(BaseElement element) {
        EventDefinition definition = element.getChildElementsByType(EventDefinition.class).stream().findFirst().orElse(null);
        if (element instanceof CatchEvent && definition instanceof MessageEventDefinition message && message.getMessage() != null) {
            return Optional.ofNullable(MESSAGES.get(message.getMessage().getName()));
        }
        if (element instanceof IntermediateCatchEvent && definition instanceof TimerEventDefinition) {
            return Optional.of("lease-ends");
        }
        return element instanceof IntermediateThrowEvent && definition instanceof CompensateEventDefinition ? Optional.of("take-back") : Optional.empty();
    }
}
