package io.countersign.proof.mutation;

import io.countersign.action.Catalogues;
import io.countersign.proof.Vocabulary;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Where in a playbook what stands. */
final class Places {

    private Places() {
    }

    static List<Element> process(Surgery file) {
        return List.of(file.file.process());
    }

    static List<Element> actions(Surgery file) {
        return file.all("serviceTask", task -> Surgery.camunda(task, "topic").equals(Vocabulary.TOPIC_CONTAINMENT));
    }

    /** Actions whose effect stays until it is undone; the handler of another is a formality that changes nothing. */
    static List<Element> lasting(Surgery file) {
        return actions(file).stream().filter(action -> Catalogues.shipped().get(Surgery.property(action, Vocabulary.ACTION)).reversibility().lasting()).toList();
    }

    static List<Element> undos(Surgery file) {
        return file.all("serviceTask", task -> Surgery.camunda(task, "topic").equals(Vocabulary.TOPIC_UNDO));
    }

    static List<Element> advice(Surgery file) {
        return file.all("serviceTask", task -> Surgery.camunda(task, "topic").equals(Vocabulary.TOPIC_RECOMMENDATION));
    }

    static List<Element> assessments(Surgery file) {
        return file.all("businessRuleTask", task -> !Surgery.property(task, Vocabulary.ASSESSES).isEmpty());
    }

    static List<Element> approvals(Surgery file) {
        return file.all("userTask", task -> !Surgery.property(task, Vocabulary.APPROVES).isEmpty());
    }

    static List<Element> seconds(Surgery file) {
        return approvals(file).stream().filter(task -> Surgery.property(task, Vocabulary.LEVEL).equals("2")).toList();
    }

    static List<Element> firsts(Surgery file) {
        return approvals(file).stream().filter(task -> !Surgery.property(task, Vocabulary.LEVEL).equals("2")).toList();
    }

    static List<Element> reviews(Surgery file) {
        return file.all("userTask", task -> !Surgery.property(task, Vocabulary.REVIEWS).isEmpty());
    }

    static List<Element> userTasks(Surgery file) {
        return file.all("userTask", task -> true);
    }

    static List<Element> verifications(Surgery file) {
        return file.all("serviceTask", task -> Surgery.camunda(task, "delegateExpression").equals(Vocabulary.VERIFY));
    }

    static List<Element> delegates(Surgery file) {
        return file.all("serviceTask", task -> !Surgery.camunda(task, "delegateExpression").isEmpty());
    }

    static List<Element> activities(Surgery file) {
        return Stream.of("serviceTask", "userTask", "businessRuleTask").flatMap(type -> file.all(type, task -> true).stream()).toList();
    }

    /** Throws that take something back: what ends by itself, or cannot be undone, loses nothing without its throw. */
    static List<Element> throwing(Surgery file) {
        return file.all("intermediateThrowEvent", event -> takesBack(file, event));
    }

    static boolean takesBack(Surgery file, Element event) {
        Element definition = Surgery.child(event, "compensateEventDefinition");
        return definition != null && lasting(file).stream().anyMatch(action -> Surgery.id(action).equals(definition.getAttribute("activityRef")));
    }

    /** Actions that some tier lets run unasked. */
    static List<Element> unasked(Surgery file) {
        return actions(file).stream().filter(action -> !flows(file, Vocabulary.variable(Surgery.id(action), "Tier") + " == 'AUTONOMOUS'").isEmpty()).toList();
    }

    static List<Element> ends(Surgery file) {
        return file.all("endEvent", end -> Surgery.child(end, "errorEventDefinition") == null);
    }

    static List<Element> timers(Surgery file, boolean interrupting) {
        return file.all("boundaryEvent", event -> Surgery.child(event, "timerEventDefinition") != null && event.getAttribute("cancelActivity").equals("false") != interrupting);
    }

    /** Flows whose condition says so. */
    static List<Element> flows(Surgery file, String condition) {
        return file.all("sequenceFlow", flow -> Surgery.child(flow, "conditionExpression") != null
                && Surgery.child(flow, "conditionExpression").getTextContent().contains(condition));
    }

    static List<Element> plainFlows(Surgery file) {
        return file.all("sequenceFlow", flow -> !file.find(flow.getAttribute("sourceRef")).getLocalName().equals("eventBasedGateway"));
    }

    static List<Element> gates(Surgery file) {
        return flows(file, "Tier == 'AUTONOMOUS'").stream().map(flow -> file.find(flow.getAttribute("sourceRef"))).toList();
    }

    static List<Element> rollBacks(Surgery file, String event) {
        return file.all("subProcess", part -> part.getAttribute("triggeredByEvent").equals("true") && Surgery.child(part, event) != null);
    }

    static Element messageCatch(Surgery file, String message) {
        String id = Surgery.id(file.one("message", one -> one.getAttribute("name").equals(message)));
        return file.one("intermediateCatchEvent", event -> Surgery.child(event, "messageEventDefinition") != null
                && Surgery.child(event, "messageEventDefinition").getAttribute("messageRef").equals(id));
    }
}
