package io.countersign.proof.diff;

import io.countersign.proof.Vocabulary;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.FileXml;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Scope;
import io.countersign.proof.net.Trigger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The nodes that mean something for authority, by a key that says what each is for: two versions are compared by these keys, so
 * an element that was only renamed is still the same. Gateways that choose by a condition, and what is passed without effect, are
 * none: they lie on the ways between landmarks.
 */
record Landmarks(Map<String, Node> byKey, Map<Node, String> keys) {

    /** @param ambiguous what more than one node of either version is for; those are told apart by their ids */
    static Landmarks of(Net net, Set<String> ambiguous) {
        Map<String, Node> byKey = new LinkedHashMap<>();
        Map<Node, String> keys = new LinkedHashMap<>();
        net.nodes().stream().filter(Landmarks::isLandmark).forEach(node -> {
            String key = describe(node);
            keys.put(node, ambiguous.contains(key) ? key + " " + node.id() : key);
            byKey.putIfAbsent(keys.get(node), node);
        });
        return new Landmarks(byKey, keys);
    }

    static Set<String> ambiguous(Net net) {
        Map<String, Long> count = net.nodes().stream().filter(Landmarks::isLandmark).filter(node -> !isEnd(node))
                .collect(Collectors.groupingBy(Landmarks::describe, Collectors.counting()));
        return count.entrySet().stream().filter(entry -> entry.getValue() > 1).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** A person looks at something; after a roll-back that is a review, elsewhere it has no meaning for authority. */
    static boolean look(Node node) {
        return node.type().equals("userTask") && !FileXml.property(node.element(), Vocabulary.REVIEWS).isEmpty() && Set.of(Duty.REVIEW, Duty.NONE).contains(node.duty());
    }

    private static boolean isLandmark(Node node) {
        return switch (node.kind()) {
            case XOR, REGION -> false;
            case PASS -> node.duty() != Duty.NONE || node.type().equals("scriptTask") || node.outgoing().size() > 1 || node.trigger() != Trigger.NONE || node.rests() || node.asyncAfter() || node.repeated();
            default -> true;
        };
    }

    /** Every end of a scope means the same: a token is gone. */
    private static boolean isEnd(Node node) {
        return node.kind() == Kind.END || node.kind() == Kind.ERROR_END || node.kind() == Kind.TERMINATE;
    }

    private static String describe(Node node) {
        String about = node.action() == null ? "" : " " + node.action().activity();
        String level = node.duty() == Duty.APPROVE ? " " + node.level() : "";
        return place(node.scope()) + switch (node.kind()) {
            case BOUNDARY -> node.trigger() + " " + node.reference() + (node.interrupting() ? " ends " : " beside ") + host(node);
            case COMPENSATE -> "TAKE_BACK " + (node.compensated() == null ? "everything" : node.compensated().id());
            case START, END, TERMINATE, ERROR_END -> node.kind() + " " + node.trigger() + " " + node.reference() + (node.interrupting() ? "" : " beside");
            case SCOPE, EVENT_SCOPE -> node.kind() + " " + starts(node.inside());
            default -> (look(node) ? Duty.REVIEW.name() : node.duty() == Duty.NONE ? node.type() + " " + node.trigger() + " " + node.reference() + time(node) : node.duty() + about + level);
        };
    }

    private static String host(Node event) {
        return event.attachedTo() == null ? "?" : describe(event.attachedTo()) + (event.attachedTo().action() == null ? " " + event.attachedTo().id() : "");
    }

    private static String time(Node node) {
        return FileXml.childEnding(node.element(), "EventDefinition").flatMap(definition -> FileXml.childEnding(definition, "Date")).isPresent() ? " at a time" : "";
    }

    private static String place(Scope scope) {
        return scope == null || scope.host() == null ? "" : scope.isEventScope() ? starts(scope) + "/" : scope.host().id() + "/";
    }

    private static String starts(Scope scope) {
        return scope == null ? "" : scope.starts().stream().map(start -> start.trigger() + " " + start.reference()).sorted().collect(Collectors.joining(","));
    }
}
