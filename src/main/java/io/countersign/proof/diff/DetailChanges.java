package io.countersign.proof.diff;

import io.countersign.proof.net.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares all that is said of each element; what has no judge here is not understood. */
record DetailChanges(Bundle before, Bundle now) {

    private static final String EVENT = "(timer|message|error|compensate)EventDefinition(/.*)?|conditionExpression/?";
    private static final String KNOWN = "@isForCompensation|@camunda:(type|topic|delegateExpression|candidateGroups|formRef|formRefBinding|decisionRef|decisionRefBinding)"
            + "|property countersign\\.(action|assesses|approves|level|undoes|byHand|resolves|reviews|irreversible)|" + EVENT;

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        Map<String, Node> old = byKey(before);
        byKey(now).forEach((key, node) -> {
            Map<String, String> was = old.containsKey(key) ? before.details(old.get(key)) : Map.of();
            Map<String, String> is = now.details(node);
            if (old.containsKey(key)) {
                both(was, is).forEach(path -> judge(node, path, was.get(path), is.get(path), changes));
            } else {
                is.keySet().stream().filter(path -> !path.matches(KNOWN)).forEach(path -> changes.add(notUnderstood(node.id(), path, null, is.get(path))));
            }
        });
        flows(changes);
        around(changes);
        return changes;
    }

    private void judge(Node node, String path, String was, String is, List<Change> changes) {
        String name = Ways.quoted(node);
        switch (path) {
            case "@camunda:candidateGroups" -> changes.add(People.judge(node, was, is));
            case "@camunda:formRef" -> changes.add(Change.gains(ChangeKind.FORM, node.id(), name + " shows the form “" + is + "” instead of “" + was + "”."));
            case "@camunda:decisionRef" -> changes.add(Change.gains(ChangeKind.DECISION, node.id(), name + " asks the decision “" + is + "” instead of “" + was + "”."));
            case "@camunda:decisionRefBinding", "@camunda:formRefBinding" -> changes.add("deployment".equals(is)
                    ? Change.loses(ChangeKind.DECISION, node.id(), name + " is now bound to what it was deployed with.")
                    : Change.gains(ChangeKind.DECISION, node.id(), name + " is bound to “" + is + "” and no longer to “" + was + "”."));
            case "property countersign.action", "property countersign.undoes", "property countersign.irreversible" -> { }
            default -> changes.add(path.startsWith("timerEventDefinition/time") && was != null && is != null ? Times.judge(node, was, is)
                    : notUnderstood(node.id(), path, was, is));
        }
    }

    private static Change notUnderstood(String element, String path, String was, String is) {
        return Change.gains(ChangeKind.UNKNOWN, element, (element.isEmpty() ? "Something" : "“" + element + "”") + " says something else, and what that means is not known: "
                + path + (is == null ? " is gone." : was == null ? " is new: “" + is + "”." : " is “" + is + "” instead of “" + was + "”."));
    }

    private static Map<String, Node> byKey(Bundle bundle) {
        Map<String, Node> nodes = new HashMap<>(bundle.landmarks().byKey());
        Set<Node> known = new HashSet<>(nodes.values());
        bundle.net().nodes().stream().filter(node -> !known.contains(node)).forEach(node -> nodes.put(node.type() + " " + node.id(), node));
        return nodes;
    }

    /** A flow can do more than lead on, for example through a listener. */
    private void flows(List<Change> changes) {
        Set<String> was = oddFlows(before);
        oddFlows(now).stream().filter(odd -> !was.contains(odd)).forEach(odd -> changes.add(notUnderstood("", odd, null, "on a flow")));
    }

    private static Set<String> oddFlows(Bundle bundle) {
        return bundle.trees().values().stream().flatMap(tree -> tree.all("sequenceFlow")).flatMap(flow -> Details.of(flow).entrySet().stream())
                .filter(detail -> !detail.getKey().matches(EVENT)).map(detail -> detail.getKey() + " " + detail.getValue()).collect(Collectors.toSet());
    }

    /** What is said of the process, and what stands beside it in the file. */
    private void around(List<Change> changes) {
        Map<String, String> was = Details.of(before.process());
        Map<String, String> is = Details.of(now.process());
        both(was, is).forEach(path -> {
            switch (path) {
                case "property countersign.owner" -> changes.add(Change.gains(ChangeKind.OWNER, "", "Another team answers for it: " + is.get(path) + " instead of " + was.get(path) + "."));
                case "@camunda:historyTimeToLive" -> changes.add(Change.gains(ChangeKind.OWNER, "", "Its history is kept for " + is.get(path) + " instead of " + was.get(path) + "."));
                case "@camunda:versionTag" -> { }
                default -> changes.add(notUnderstood("", path, was.get(path), is.get(path)));
            }
        });
        Set<String> known = beside(before);
        beside(now).stream().filter(odd -> !known.contains(odd)).forEach(odd -> changes.add(notUnderstood("", odd, null, "beside the process")));
    }

    private static Set<String> beside(Bundle bundle) {
        return bundle.tree().children().stream().filter(element -> !Set.of("message", "error", "BPMNDiagram").contains(element.getLocalName()))
                .filter(element -> !element.equals(bundle.process())).map(element -> element.getLocalName() + " " + element.getAttribute("name") + " " + Details.of(element)).collect(Collectors.toSet());
    }

    /** Paths whose text differs. */
    private static Set<String> both(Map<String, String> was, Map<String, String> is) {
        Set<String> paths = new TreeSet<>(was.keySet());
        paths.addAll(is.keySet());
        paths.removeIf(path -> java.util.Objects.equals(was.get(path), is.get(path)));
        return paths;
    }

}
