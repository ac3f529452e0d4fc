package io.countersign.proof.net;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.model.xml.instance.DomElement;

/** Draws the lines between the nodes of one process: flows, links, boundary events, compensation handlers and throws. */
final class NetLinks {

    private final Map<String, Node> byId;
    private final Function<String, Optional<Variable>> variables;

    NetLinks(Map<String, Node> byId, Function<String, Optional<Variable>> variables) {
        this.byId = byId;
        this.variables = variables;
    }

    void connect(DomElement parent) {
        for (DomElement element : parent.getChildElements()) {
            switch (element.getLocalName()) {
                case "sequenceFlow" -> flow(element);
                case "boundaryEvent" -> boundary(element);
                case "intermediateThrowEvent", "endEvent" -> thrown(element);
                case "subProcess", "transaction", "adHocSubProcess" -> connect(element);
                default -> { }
            }
        }
        FileXml.children(parent, "association").forEach(this::handler);
    }

    private void flow(DomElement element) {
        Node source = byId.get(FileXml.attribute(element, "sourceRef"));
        Node target = byId.get(FileXml.attribute(element, "targetRef"));
        if (source == null || target == null) {
            return;
        }
        String id = FileXml.attribute(element, "id");
        boolean fallback = !id.isEmpty() && id.equals(FileXml.attribute(source.element(), "default"));
        Condition condition = FileXml.child(element, "conditionExpression").map(DomElement::getTextContent)
                .map(text -> ConditionReader.read(text, variables)).orElse(Condition.ALWAYS);
        add(new Flow(id, FileXml.attribute(element, "name"), source, target, condition, fallback));
    }

    private void boundary(DomElement element) {
        Node event = byId.get(FileXml.attribute(element, "id"));
        Node host = byId.get(FileXml.attribute(element, "attachedToRef"));
        event.attachedTo = host;
        if (host != null && event.trigger != Trigger.COMPENSATION) {
            host.boundaries.add(event);
        }
    }

    private void thrown(DomElement element) {
        Node event = byId.get(FileXml.attribute(element, "id"));
        if (event.kind() == Kind.COMPENSATE) {
            event.compensated = FileXml.childEnding(element, "EventDefinition").map(definition -> byId.get(FileXml.attribute(definition, "activityRef"))).orElse(null);
        } else if (event.trigger == Trigger.OTHER && !event.reference.isEmpty()) {
            byId.values().stream().filter(other -> other.type().equals("intermediateCatchEvent") && other.reference.equals(event.reference)).findFirst()
                    .ifPresent(link -> link.outgoing.forEach(flow -> add(new Flow(flow.id(), flow.name(), event, flow.target(), flow.condition(), false))));
        }
    }

    /** From a compensation boundary event to its handler. */
    private void handler(DomElement association) {
        Node from = byId.get(FileXml.attribute(association, "sourceRef"));
        Node to = byId.get(FileXml.attribute(association, "targetRef"));
        if (from != null && to != null && from.kind() == Kind.BOUNDARY && from.trigger == Trigger.COMPENSATION && from.attachedTo != null && to.forCompensation) {
            from.attachedTo.handler = to;
        }
    }

    private static void add(Flow flow) {
        flow.source().outgoing.add(flow);
        flow.target().incoming++;
    }
}
