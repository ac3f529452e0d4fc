package io.countersign.proof.explore;

import io.countersign.proof.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Makes one random change to a playbook, mostly an unsafe one. */
final class Spoiled {

    private final Draft draft;
    private final Random random;

    Spoiled(Draft draft, Random random) {
        this.draft = draft;
        this.random = random;
    }

    /** In words, for the message of a test. */
    String spoil() {
        return switch (random.nextInt(11)) {
            case 0 -> bridge("a throw is dropped", part -> part.id.startsWith("back-"));
            case 1 -> bridge("verify is dropped", part -> part.id.startsWith("verify-"));
            case 2 -> bridge("an assessment is dropped", part -> part.id.startsWith("assess-"));
            case 3 -> bridge("an approval is dropped", part -> part.id.startsWith("countersign-") || part.id.startsWith("resolve-"));
            case 4 -> redirect();
            case 5 -> widen();
            case 6 -> change("a throw takes back everything", part -> part.id.startsWith("back-"), part -> part.inner = "<bpmn:compensateEventDefinition />");
            case 7 -> change("an end terminates", part -> part.type.equals("endEvent"), part -> part.inner = "<bpmn:terminateEventDefinition />");
            case 8 -> swapTargets();
            case 9 -> handler();
            default -> change("an end throws an error", part -> part.type.equals("endEvent"), part -> part.inner = "<bpmn:errorEventDefinition errorRef=\"failed\" />");
        };
    }

    private String bridge(String words, Predicate<Draft.Part> which) {
        return change(words, which, part -> draft.bridge(part.id));
    }

    private String change(String words, Predicate<Draft.Part> which, java.util.function.Consumer<Draft.Part> change) {
        Draft.Part part = any(draft.parts.stream().filter(which).toList());
        if (part == null) {
            return "nothing";
        }
        change.accept(part);
        return words + " (" + part.id + ")";
    }

    private String redirect() {
        Draft.Arrow arrow = any(draft.arrows);
        Draft.Part from = draft.find(arrow.from).orElseThrow();
        List<Draft.Part> targets = draft.parts.stream().filter(part -> part.parent == from.parent && !part.type.equals("startEvent") && !part.type.equals("boundaryEvent")
                && !part.attributes.contains("isForCompensation") && !part.attributes.contains("triggeredByEvent") && !from.type.equals("eventBasedGateway")).toList();
        Draft.Part to = any(targets);
        if (to == null) {
            return "nothing";
        }
        arrow.to = to.id;
        return arrow.id + " leads to " + to.id;
    }

    private String swapTargets() {
        List<Draft.Arrow> out = new ArrayList<>(draft.arrows.stream().filter(arrow -> arrow.from.startsWith("gate-") || arrow.from.startsWith("yes-")
                || arrow.from.startsWith("outcome-") || arrow.from.startsWith("check-")).toList());
        Draft.Arrow one = any(out);
        if (one == null) {
            return "nothing";
        }
        Draft.Arrow other = any(out.stream().filter(arrow -> arrow.from.equals(one.from)).toList());
        String target = one.to;
        one.to = other.to;
        other.to = target;
        return one.id + " and " + other.id + " change places";
    }

    private String widen() {
        Draft.Arrow arrow = any(draft.arrows.stream().filter(one -> one.condition != null).toList());
        if (arrow == null) {
            return "nothing";
        }
        List<String> wider = List.of("${whatever}", "${!" + "(" + arrow.condition.substring(2, arrow.condition.length() - 1) + ")}",
                arrow.condition.replace("AUTONOMOUS", "DUAL"), arrow.condition.replace("==", "!="));
        arrow.condition = any(wider);
        return arrow.id + " is taken if " + arrow.condition;
    }

    private String handler() {
        Draft.Part part = any(draft.parts.stream().filter(one -> one.id.startsWith("undo-")).toList());
        if (part == null) {
            return "nothing";
        }
        draft.remove("compensate-" + part.id.substring("undo-".length()));
        draft.remove(part.id);
        return part.id + " is gone";
    }

    private <T> T any(List<T> all) {
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }
}
