package io.countersign.proof.rules;

import io.countersign.action.Reversibility;
import io.countersign.proof.Finding;
import io.countersign.proof.Mend;
import io.countersign.proof.Rule;
import io.countersign.proof.Vocabulary;
import io.countersign.proof.net.Action;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.FileXml;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Scope;
import io.countersign.proof.net.Trigger;
import java.util.List;

/** A5 and the shape of A6: every action has its undo, and the run can be ordered to roll back. */
final class WaysBack {

    private final Net net;

    WaysBack(Net net) {
        this.net = net;
    }

    void check(List<Finding> findings) {
        for (Node node : net.nodes()) {
            if (node.duty() == Duty.ACT && node.action() != null) {
                checkAction(node, node.action(), findings);
            }
            if (node.kind() == Kind.COMPENSATE && node.compensated() == null) {
                findings.add(Found.at(node, Rule.A6, "It names no action, so it takes back everything there is, in no order.",
                        Mend.of("Take each action back by a throw of its own, the last action first.", node.id(), "bpmn:compensateEventDefinition/activityRef",
                                net.actions().stream().map(Action::activity).findFirst().orElse(""))));
            }
            if (node.duty() == Duty.UNDO) {
                checkUndo(node, findings);
            } else if (node.forCompensation()) {
                findings.add(Found.at(node, Rule.A5, "It is a compensation handler, and takes no action back: what it does else is not followed.",
                        Mend.of("Let a handler take its action back and do nothing else; draw the rest behind the throw.", node.id(), Vocabulary.UNDOES, "")));
            }
        }
        if (net.actions().stream().anyMatch(Action::lasting)) {
            checkRollBack(findings);
        }
    }

    private static void checkAction(Node node, Action action, List<Finding> findings) {
        boolean irreversible = action.type().map(type -> type.reversibility() == Reversibility.R4).orElse(false);
        boolean says = FileXml.property(node.element(), Vocabulary.IRREVERSIBLE).equals("true");
        if (irreversible && !says) {
            findings.add(Found.at(node, Rule.A5, "It cannot be taken back, and the playbook does not say so.",
                    Mend.of("Say that it is irreversible.", node.id(), Vocabulary.IRREVERSIBLE, "true")));
        }
        if (!irreversible && says) {
            findings.add(Found.at(node, Rule.A5, "It says that it is irreversible, but the catalogue can take it back.",
                    Mend.of("Take that away, and give it its handler.", node.id(), Vocabulary.IRREVERSIBLE, "")));
        }
        if (action.lasting() && (node.handler() == null || !node.handler().is(Duty.UNDO, action))) {
            findings.add(Found.at(node, Rule.A5, node.handler() == null ? "Its effect lasts, and no compensation handler undoes it."
                    : "Its compensation handler '" + node.handler().name() + "' undoes something else.", handler(node)));
        }
    }

    private static Mend handler(Node node) {
        String id = node.id();
        return new Mend("Attach a compensation boundary event with an undo task.", List.of(
                new Mend.Edit(id, "bpmn:boundaryEvent", "<bpmn:boundaryEvent id=\"compensate-" + id + "\" attachedToRef=\"" + id + "\"><bpmn:compensateEventDefinition /></bpmn:boundaryEvent>"),
                new Mend.Edit(id, "bpmn:serviceTask", "<bpmn:serviceTask id=\"undo-" + id + "\" isForCompensation=\"true\" camunda:type=\"external\" camunda:topic=\""
                        + Vocabulary.TOPIC_UNDO + "\"><bpmn:extensionElements><camunda:properties><camunda:property name=\"" + Vocabulary.UNDOES + "\" value=\"" + id
                        + "\" /></camunda:properties></bpmn:extensionElements></bpmn:serviceTask>"),
                new Mend.Edit(id, "bpmn:association", "<bpmn:association sourceRef=\"compensate-" + id + "\" targetRef=\"undo-" + id + "\" />")));
    }

    private static void checkUndo(Node node, List<Finding> findings) {
        if (!node.forCompensation()) {
            findings.add(Found.at(node, Rule.A5, "An undo stands only as a compensation handler; here it is a step of its own.",
                    Mend.of("Mark it as compensation and attach it to its action.", node.id(), "isForCompensation", "true")));
        }
        if (node.action() == null) {
            findings.add(Found.at(node, Rule.A5, "It undoes '" + FileXml.property(node.element(), Vocabulary.UNDOES) + "', which is no action of this playbook.",
                    Mend.of("Name the element id of the action that it undoes.", node.id(), Vocabulary.UNDOES, "")));
        }
    }

    private void checkRollBack(List<Finding> findings) {
        List<Node> starts = net.root().eventScopes().stream().map(Scope::starts).flatMap(List::stream)
                .filter(start -> start.trigger() == Trigger.MESSAGE && start.reference().equals(Vocabulary.MESSAGE_ROLLBACK)).toList();
        if (starts.isEmpty()) {
            findings.add(Found.in(net.file(), net.process(), net.name(), Rule.A6, "No roll back can be ordered: there is no event subprocess for the message "
                    + Vocabulary.MESSAGE_ROLLBACK + " at the level of the process.", Mend.of(Rule.A6.mend(), net.process(), "bpmn:subProcess",
                    "<bpmn:subProcess triggeredByEvent=\"true\"><bpmn:startEvent><bpmn:messageEventDefinition messageRef=\"message-" + Vocabulary.MESSAGE_ROLLBACK
                            + "\" /></bpmn:startEvent>…</bpmn:subProcess>")));
        }
        net.nodes().stream().filter(node -> node.kind() == Kind.START && node.scope().isEventScope() && !node.interrupting()).forEach(start -> findings.add(
                Found.at(start, Rule.A6, "It does not interrupt: the playbook would go on acting while this takes back what it did.",
                        Mend.of("Let it interrupt.", start.id(), "isInterrupting", "true"))));
    }
}
