package io.countersign.proof.rules;

import io.countersign.proof.Finding;
import io.countersign.proof.Mend;
import io.countersign.proof.Rule;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Scope;
import io.countersign.proof.net.Trigger;
import java.util.List;

/** The shape of A7: what makes the engine forget how to compensate. */
final class LostWays {

    private final Net net;

    LostWays(Net net) {
        this.net = net;
    }

    void check(List<Finding> findings) {
        for (Node node : net.nodes()) {
            if (node.kind() == Kind.TERMINATE) {
                findings.add(Found.at(node, Rule.A7, "A terminate end compensates nothing.", Mend.of("Make it a plain end event.", node.id(), "bpmn:terminateEventDefinition", "")));
            }
            if (node.kind() == Kind.BOUNDARY && node.trigger() == Trigger.ERROR && node.attachedTo() != null && acts(node.attachedTo())) {
                findings.add(Found.at(node, Rule.A7, "An error leaves '" + node.attachedTo().name() + "' here and loses the compensation of what was done in it.",
                        Mend.of("Take the error event away; decide by the outcome, behind the action.", node.id(), "bpmn:boundaryEvent", "")));
            }
            if (node.kind() == Kind.BOUNDARY && node.trigger() == Trigger.TIMER && !node.interrupting() && node.attachedTo() != null && acts(node.attachedTo())) {
                findings.add(Found.at(node, Rule.A7, "It does not interrupt '" + node.attachedTo().name() + "', and the engine can still let it come when that is over and may be taken back.",
                        Mend.of("Take the timer away: how long an action may take, its connector says.", node.id(), "bpmn:boundaryEvent", "")));
            }
            if (node.kind() == Kind.SCOPE && acts(node) && !node.type().equals("subProcess")) {
                findings.add(Found.at(node, Rule.A7, node.type().equals("callActivity") ? "A called playbook that acts is never compensated by the one that called it."
                        : "A " + node.type() + " around an action loses its compensation when it is cancelled.", Mend.of("Draw the action in this playbook, at the level of the process.")));
            }
        }
    }

    private boolean acts(Node node) {
        Scope inside = node.inside();
        return node.duty() == Duty.ACT || inside != null && net.nodes().stream().anyMatch(other -> other.duty() == Duty.ACT && other.scope().within(inside));
    }
}
