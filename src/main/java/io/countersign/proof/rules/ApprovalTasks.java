package io.countersign.proof.rules;

import io.countersign.proof.Finding;
import io.countersign.proof.Mend;
import io.countersign.proof.Rule;
import io.countersign.proof.Vocabulary;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.FileXml;
import io.countersign.proof.net.Flow;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Trigger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A4: each approval names its action, asks groups, and ends. */
final class ApprovalTasks {

    private final Net net;

    ApprovalTasks(Net net) {
        this.net = net;
    }

    void check(List<Finding> findings) {
        for (Node node : net.nodes()) {
            if (node.duty() == Duty.APPROVE || node.duty() == Duty.EXPIRE || node.duty() == Duty.ESCALATE) {
                checkAbout(node, findings);
            }
            if (node.duty() == Duty.APPROVE) {
                checkPeople(node, findings);
                checkTimers(node, findings);
            }
        }
    }

    private void checkAbout(Node node, List<Finding> findings) {
        if (node.action() == null) {
            String named = FileXml.property(node.element(), Vocabulary.APPROVES);
            findings.add(Found.at(node, Rule.A4, "It names '" + named + "', which is no action of this playbook.",
                    Mend.of("Name the element id of the action that it is about.", node.id(), Vocabulary.APPROVES, net.actions().stream().map(a -> a.activity()).findFirst().orElse(""))));
        }
    }

    private static void checkPeople(Node node, List<Finding> findings) {
        String groups = FileXml.camunda(node.element(), "candidateGroups");
        if (groups.isBlank()) {
            findings.add(Found.at(node, Rule.A4, "Nobody is asked: it has no candidate groups.",
                    Mend.of("Name the teams that answer if policy names none.", node.id(), "camunda:candidateGroups", "soc")));
        }
        for (String single : List.of("assignee", "candidateUsers")) {
            if (!FileXml.camunda(node.element(), single).isEmpty()) {
                findings.add(Found.at(node, Rule.A4, "It is given to single people (camunda:" + single + "), past the teams that policy names.",
                        Mend.of("Take it away.", node.id(), "camunda:" + single, "")));
            }
        }
    }

    private static void checkTimers(Node node, List<Finding> findings) {
        if (!hasTimer(node, true, Duty.EXPIRE)) {
            findings.add(Found.at(node, Rule.A4, "It has no timer that withdraws it and refuses: it could wait for ever.", Mend.of(
                    "Add an interrupting timer that leads to a service task with " + Vocabulary.EXPIRE + ".", node.id(), "bpmn:boundaryEvent",
                    "<bpmn:boundaryEvent attachedToRef=\"" + node.id() + "\"><bpmn:timerEventDefinition><bpmn:timeDuration>${" + timer(node, "ExpireAfter")
                            + "}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>")));
        }
        if (!hasTimer(node, false, Duty.ESCALATE)) {
            findings.add(Found.at(node, Rule.A4, "It has no timer that asks more people before it expires.", Mend.of(
                    "Add a timer that does not interrupt and leads to a service task with " + Vocabulary.ESCALATE + ".", node.id(), "bpmn:boundaryEvent",
                    "<bpmn:boundaryEvent attachedToRef=\"" + node.id() + "\" cancelActivity=\"false\"><bpmn:timerEventDefinition><bpmn:timeDuration>${"
                            + timer(node, "EscalateAfter") + "}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>")));
        }
    }

    private static String timer(Node node, String suffix) {
        return Vocabulary.variable(node.action() == null ? "action" : node.action().activity(), suffix);
    }

    private static boolean hasTimer(Node node, boolean interrupting, Duty then) {
        return node.boundaries().stream().filter(boundary -> boundary.trigger() == Trigger.TIMER && boundary.interrupting() == interrupting)
                .anyMatch(boundary -> alwaysComesTo(boundary, then, node));
    }

    /** Whether each way from the timer comes to what must follow it, whatever stands between. */
    private static boolean alwaysComesTo(Node timer, Duty then, Node approval) {
        Deque<Node> work = new ArrayDeque<>(List.of(timer));
        Set<Node> seen = new HashSet<>();
        while (!work.isEmpty()) {
            Node node = work.poll();
            boolean ends = node.outgoing().isEmpty() || node.duty() == Duty.ACT || node == approval;
            if (!node.is(then, approval.action()) && ends) {
                return false;
            }
            if (!node.is(then, approval.action())) {
                node.outgoing().stream().map(Flow::target).filter(seen::add).forEach(work::add);
            }
        }
        return seen.stream().anyMatch(node -> node.is(then, approval.action()));
    }
}
