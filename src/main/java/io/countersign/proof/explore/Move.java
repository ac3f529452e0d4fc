package io.countersign.proof.explore;

import io.countersign.proof.net.Field;
import io.countersign.proof.net.Node;
import io.countersign.proof.Step;

/**
 * One step of the game: what happens at a node.
 *
 * @param what  which kind of choice was made
 * @param value which of the choices
 */
record Move(Node node, What what, int value) {

    enum What { PASSES, TIER, DECISION, OUTCOME, NEXT, FLOW, HAPPENS, VERIFIED, UNDONE }

    static Move passes(Node node) {
        return new Move(node, What.PASSES, 0);
    }

    /** A gateway that only merges or splits tells nobody anything. */
    boolean telling() {
        return what != What.PASSES || switch (node.kind()) {
            case XOR, AND, OR, REGION -> false;
            default -> true;
        };
    }

    Step step() {
        return new Step(node.id(), switch (what) {
            case PASSES -> node.name();
            case TIER -> node.name() + ": policy answers " + Field.TIER.value(value);
            case DECISION -> node.name() + ": " + Field.DECISION.value(value).toLowerCase(java.util.Locale.ROOT);
            case OUTCOME -> node.name() + ": " + Field.OUTCOME.value(value);
            case NEXT -> node.name() + ": " + Field.NEXT.value(value);
            case FLOW -> node.name() + flow();
            case HAPPENS -> node.name() + " (" + node.trigger().name().toLowerCase(java.util.Locale.ROOT) + ")";
            case VERIFIED -> node.name() + (value == 1 ? ": all is as before" : ": something needs attention");
            case UNDONE -> node.name();
        });
    }

    private String flow() {
        if (value >= node.outgoing().size()) {
            return "";
        }
        var flow = node.outgoing().get(value);
        return ": " + (flow.name().isBlank() ? "on to " + flow.target().name() : flow.name());
    }
}
