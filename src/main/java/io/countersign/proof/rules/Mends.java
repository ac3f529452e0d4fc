package io.countersign.proof.rules;

import io.countersign.proof.Mend;
import io.countersign.proof.Vocabulary;
import io.countersign.proof.explore.Breach;
import io.countersign.proof.net.Action;
import io.countersign.proof.net.Condition;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Field;
import io.countersign.proof.net.Flow;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import java.util.List;
import java.util.Optional;

/** Works out what to change where the net itself says it. */
final class Mends {

    private Mends() {
    }

    static Optional<Mend> of(Breach breach, Net net) {
        return switch (breach.kind()) {
            case TIER_OF_NO_MACHINE, NOT_APPROVED, NOT_APPROVED_TWICE, NOT_AUTONOMOUS -> wideGateway(breach, net);
            case NOT_ASSESSED, ASSESSED_BEFORE_A_CHANGE -> assessFirst(breach, net);
            case ROLLED_BACK_WITHOUT_IT -> Optional.of(addThrow(breach));
            case NOT_IN_REVERSE -> Optional.of(swap(breach));
            case ORDER_LEFT_OPEN -> Optional.of(Mend.of("Take each action back by a throw of its own, the last action first.", breach.node().id(),
                    "bpmn:compensateEventDefinition/activityRef", breach.other().activity()));
            case STUCK -> noDefault(breach.node());
            default -> Optional.empty();
        };
    }

    /** The flow into the action whose condition lets more through than it should. */
    private static Optional<Mend> wideGateway(Breach breach, Net net) {
        Action action = breach.action();
        String autonomous = "${" + Vocabulary.variable(action.activity(), Field.TIER.suffix()) + " == 'AUTONOMOUS'}";
        return net.nodes().stream().flatMap(node -> node.outgoing().stream()).filter(flow -> flow.target().is(Duty.ACT, action))
                .filter(flow -> flow.source().kind() == Kind.XOR && !approved(flow)).findFirst()
                .map(flow -> Mend.of("Let only AUTONOMOUS pass on '" + flow.id() + "'; lead APPROVE and DUAL through their approvals.", flow.id(),
                        "bpmn:conditionExpression", autonomous));
    }

    private static boolean approved(Flow flow) {
        return flow.condition().variables().stream().anyMatch(variable -> variable.field() == Field.DECISION);
    }

    private static Optional<Mend> assessFirst(Breach breach, Net net) {
        List<Node> assess = net.with(Duty.ASSESS, breach.action());
        return net.nodes().stream().flatMap(node -> node.outgoing().stream()).filter(flow -> flow.target().is(Duty.ACT, breach.action()))
                .filter(flow -> !assess.isEmpty()).filter(flow -> flow.source().kind() != Kind.XOR || flow.condition() == Condition.ALWAYS).findFirst()
                .map(flow -> Mend.of("Lead '" + flow.id() + "' to the assess task instead of into the action.", flow.id(), "targetRef", assess.get(0).id()));
    }

    private static Mend addThrow(Breach breach) {
        String activity = breach.action().activity();
        return Mend.of("Add a throw that takes back " + activity + " to this chain, before what took effect earlier.", breach.node().scope().host().id(),
                "bpmn:intermediateThrowEvent", "<bpmn:intermediateThrowEvent id=\"take-back-" + activity + "\"><bpmn:compensateEventDefinition activityRef=\"" + activity
                        + "\" /></bpmn:intermediateThrowEvent>");
    }

    private static Mend swap(Breach breach) {
        return Mend.of("Take back " + breach.other().activity() + " first: exchange what the two throws name.", breach.node().id(),
                "bpmn:compensateEventDefinition/activityRef", breach.other().activity());
    }

    private static Optional<Mend> noDefault(Node node) {
        return node.kind() == Kind.XOR && node.outgoing().stream().noneMatch(Flow::fallback) && !node.outgoing().isEmpty()
                ? Optional.of(Mend.of("Give the gateway a default flow that refuses.", node.id(), "default", node.outgoing().get(node.outgoing().size() - 1).id()))
                : Optional.empty();
    }
}
