package io.countersign.proof.rules;

import io.countersign.proof.Finding;
import io.countersign.proof.Mend;
import io.countersign.proof.Rule;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.FileXml;
import io.countersign.proof.net.Flow;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Scope;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.xml.instance.DomElement;

/** A10: no action is repeated over a list, every repetition has a number, and no loop runs without ever waiting for anybody. */
final class Repetition {

    /** Of one activity. */
    static final int MOST = 50;
    private static final Set<Duty> ONCE = Set.of(Duty.NONE, Duty.REVIEW, Duty.ESCALATE);

    private final Net net;

    Repetition(Net net) {
        this.net = net;
    }

    void check(List<Finding> findings) {
        net.nodes().stream().filter(Node::repeated).forEach(node -> checkRepeated(node, findings));
        new Loops(net).endless().forEach(node -> findings.add(Found.at(node, Rule.A10, "From here the run can go round for ever without waiting for anything or anybody.",
                Mend.of("Give the loop an end, or something to wait for."))));
        net.nodes().stream().filter(node -> node.type().equals("callActivity") && callsItself(node)).forEach(node -> findings.add(Found.at(node, Rule.A10,
                "The playbook calls itself, so there is no bound on what it does.", Mend.of("Call something else, or draw it here."))));
    }

    private void checkRepeated(Node node, List<Finding> findings) {
        if (decidesOrActs(node)) {
            findings.add(Found.at(node, Rule.A10, "What decides, acts or undoes must not be repeated by multi-instance: one element stands for one target.",
                    Mend.of("Take the loop away and draw one action for each target.", node.id(), "bpmn:multiInstanceLoopCharacteristics", "")));
        } else if (!bounded(node)) {
            findings.add(Found.at(node, Rule.A10, "How often it is repeated is not a plain number from 1 to " + MOST + ".",
                    Mend.of("Give a number.", node.id(), "bpmn:loopCardinality", Integer.toString(MOST))));
        }
    }

    private boolean decidesOrActs(Node node) {
        Scope inside = node.inside();
        return !ONCE.contains(node.duty()) || inside != null && net.nodes().stream().anyMatch(other -> other.scope().within(inside) && !ONCE.contains(other.duty()));
    }

    private static boolean bounded(Node node) {
        String number = FileXml.childEnding(node.element(), "LoopCharacteristics").filter(loop -> loop.getLocalName().equals("multiInstanceLoopCharacteristics"))
                .filter(loop -> FileXml.camunda(loop, "collection").isEmpty()).flatMap(loop -> FileXml.child(loop, "loopCardinality")).map(DomElement::getTextContent)
                .map(String::strip).orElse("");
        return number.matches("[1-9]\\d?") && Integer.parseInt(number) <= MOST;
    }

    private static boolean callsItself(Node call) {
        String called = FileXml.attribute(call.element(), "calledElement");
        for (Node host = call.scope().host(); host != null; host = host.scope().host()) {
            if (host.type().equals("callActivity") && called.equals(FileXml.attribute(host.element(), "calledElement"))) {
                return true;
            }
        }
        return false;
    }

    /** Cycles of flows along which the engine never stops. */
    private record Loops(Net net) {

        List<Node> endless() {
            return net.nodes().stream().filter(node -> node.outgoing().size() > 0 && goesRound(node)).filter(node -> node.incoming() > 1 || node.outgoing().contains(self(node)))
                    .toList();
        }

        private static Flow self(Node node) {
            return node.outgoing().stream().filter(flow -> flow.target() == node).findFirst().orElse(null);
        }

        private static boolean goesRound(Node from) {
            java.util.Deque<Node> work = new java.util.ArrayDeque<>(List.of(from));
            java.util.Set<Node> seen = new java.util.HashSet<>();
            while (!work.isEmpty()) {
                Node node = work.poll();
                if (node.rests() || node.asyncAfter() || node.inside() != null || node.compensated() != null) {
                    continue;
                }
                for (Flow flow : node.outgoing()) {
                    if (flow.target() == from) {
                        return true;
                    }
                    if (seen.add(flow.target())) {
                        work.add(flow.target());
                    }
                }
            }
            return false;
        }
    }
}
