package io.countersign.proof.net;

import io.countersign.proof.Vocabulary;
import java.util.Set;
import org.camunda.bpm.model.xml.instance.DomElement;

/** What an element says that it is for. An element that says nothing of the vocabulary is {@code NONE}, or {@code FOREIGN} if it can compute. */
final class Duties {

    private static final Set<String> COMPUTES = Set.of("serviceTask", "sendTask", "scriptTask", "businessRuleTask");

    private Duties() {
    }

    static Duty of(Node node) {
        DomElement element = node.element();
        String topic = FileXml.camunda(element, "topic");
        String delegate = FileXml.camunda(element, "delegateExpression").strip();
        return switch (node.type()) {
            case "businessRuleTask" -> has(element, Vocabulary.ASSESSES) ? Duty.ASSESS : Duty.FOREIGN;
            case "userTask" -> ofUserTask(element);
            case "intermediateCatchEvent", "receiveTask" -> node.trigger() == Trigger.MESSAGE && node.reference().equals(Vocabulary.MESSAGE_KEEP) ? Duty.KEEP : Duty.NONE;
            case "serviceTask" -> topic.equals(Vocabulary.TOPIC_CONTAINMENT) ? Duty.ACT
                    : topic.equals(Vocabulary.TOPIC_UNDO) ? Duty.UNDO
                    : topic.equals(Vocabulary.TOPIC_RECOMMENDATION) ? Duty.RECOMMEND : ofDelegate(delegate);
            default -> COMPUTES.contains(node.type()) ? Duty.FOREIGN : Duty.NONE;
        };
    }

    private static Duty ofDelegate(String delegate) {
        return switch (delegate) {
            case Vocabulary.ESCALATE -> Duty.ESCALATE;
            case Vocabulary.EXPIRE -> Duty.EXPIRE;
            case Vocabulary.VERIFY -> Duty.VERIFY;
            default -> Duty.FOREIGN;
        };
    }

    private static Duty ofUserTask(DomElement element) {
        return has(element, Vocabulary.APPROVES) ? Duty.APPROVE : has(element, Vocabulary.BY_HAND) ? Duty.BY_HAND
                : has(element, Vocabulary.RESOLVES) ? Duty.RESOLVE : has(element, Vocabulary.REVIEWS) ? Duty.REVIEW : Duty.NONE;
    }

    /** Id of the action that it is about; empty if it is about none. */
    static String about(Node node) {
        return switch (node.duty()) {
            case ASSESS -> property(node, Vocabulary.ASSESSES);
            case APPROVE, ESCALATE, EXPIRE -> property(node, Vocabulary.APPROVES);
            case BY_HAND -> property(node, Vocabulary.BY_HAND);
            case RESOLVE -> property(node, Vocabulary.RESOLVES);
            case UNDO -> property(node, Vocabulary.UNDOES);
            case ACT -> node.id();
            default -> "";
        };
    }

    private static String property(Node node, String name) {
        return FileXml.property(node.element(), name);
    }

    private static boolean has(DomElement element, String property) {
        return !FileXml.property(element, property).isEmpty();
    }
}
