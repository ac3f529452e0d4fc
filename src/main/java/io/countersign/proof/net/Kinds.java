package io.countersign.proof.net;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.xml.instance.DomElement;

/** Which kind of node each BPMN element is, as Camunda 7 runs it. */
final class Kinds {

    private static final Map<String, Kind> BY_TYPE = Map.ofEntries(
            Map.entry("startEvent", Kind.START), Map.entry("task", Kind.PASS), Map.entry("manualTask", Kind.PASS), Map.entry("scriptTask", Kind.PASS),
            Map.entry("userTask", Kind.WAIT), Map.entry("receiveTask", Kind.WAIT), Map.entry("exclusiveGateway", Kind.XOR),
            Map.entry("parallelGateway", Kind.AND), Map.entry("inclusiveGateway", Kind.OR), Map.entry("complexGateway", Kind.OR),
            Map.entry("eventBasedGateway", Kind.EVENT_GATEWAY), Map.entry("intermediateCatchEvent", Kind.WAIT), Map.entry("boundaryEvent", Kind.BOUNDARY),
            Map.entry("transaction", Kind.SCOPE), Map.entry("adHocSubProcess", Kind.SCOPE), Map.entry("callActivity", Kind.SCOPE));

    private Kinds() {
    }

    /** Empty for what no token comes to. */
    static Optional<Kind> of(DomElement element) {
        return Optional.ofNullable(switch (element.getLocalName()) {
            case "endEvent" -> switch (trigger(element)) {
                case TERMINATION -> Kind.TERMINATE;
                case ERROR -> Kind.ERROR_END;
                case COMPENSATION -> Kind.COMPENSATE;
                default -> Kind.END;
            };
            case "intermediateThrowEvent" -> trigger(element) == Trigger.COMPENSATION ? Kind.COMPENSATE : Kind.PASS;
            case "serviceTask", "sendTask", "businessRuleTask" -> FileXml.camunda(element, "type").equals("external") ? Kind.WAIT : Kind.PASS;
            case "subProcess" -> FileXml.attribute(element, "triggeredByEvent").equals("true") ? Kind.EVENT_SCOPE : Kind.SCOPE;
            default -> BY_TYPE.get(element.getLocalName());
        });
    }

    static Trigger trigger(DomElement event) {
        return FileXml.childEnding(event, "EventDefinition").map(definition -> switch (definition.getLocalName()) {
            case "timerEventDefinition" -> Trigger.TIMER;
            case "messageEventDefinition" -> Trigger.MESSAGE;
            case "errorEventDefinition" -> Trigger.ERROR;
            case "compensateEventDefinition" -> Trigger.COMPENSATION;
            case "terminateEventDefinition" -> Trigger.TERMINATION;
            default -> Trigger.OTHER;
        }).orElse(Trigger.NONE);
    }
}
