package io.countersign.proof.mutation;

import static io.countersign.proof.Rule.A10;
import static io.countersign.proof.Rule.A12;
import static io.countersign.proof.Rule.A5;
import static io.countersign.proof.Rule.A6;
import static io.countersign.proof.Rule.A7;
import static io.countersign.proof.Rule.A2;
import static io.countersign.proof.mutation.Mutation.unsafe;

import io.countersign.proof.BpmnFile;
import io.countersign.proof.Vocabulary;
import java.util.List;
import org.w3c.dom.Element;

/** Changes after which something that was done could not be taken back, or not in order, or without anybody looking. */
final class UnsafeWaysBack {

    static final List<Mutation> ALL = List.of(
            unsafe("an action has no handler", Places::lasting, UnsafeWaysBack::dropHandler, A5),
            unsafe("a handler undoes something else", Places::undos, (file, undo) -> file.file.property(Surgery.id(undo), Vocabulary.UNDOES, "another"), A5),
            unsafe("a handler asks for what only the playbook asks for", Places::approvals, UnsafeWaysBack::askInHandler, A5),
            unsafe("an action claims that it cannot be undone", Places::actions, (file, action) -> file.file.property(Surgery.id(action), Vocabulary.ACTION, "notify-nobody"), A5,
                    io.countersign.proof.Rule.A8),
            unsafe("a throw is left out", Places::throwing, Surgery::bridge, A6, A7),
            unsafe("two throws are exchanged", file -> Places.throwing(file).stream().filter(event -> nextThrow(file, event) != null).toList(), UnsafeWaysBack::swap, A6),
            unsafe("a throw names nothing, so everything is taken back at once", file -> Places.actions(file).size() < 2 ? List.of() : Places.throwing(file),
                    (file, event) -> Surgery.child(event, "compensateEventDefinition").removeAttribute("activityRef"), A6),
            unsafe("a throw takes back another action a second time", file -> Places.throwing(file).stream().filter(event -> nextThrow(file, event) != null).toList(),
                    (file, event) -> definition(event).setAttribute("activityRef", definition(nextThrow(file, event)).getAttribute("activityRef")), A6, A7),
            unsafe("no roll back can be ordered", file -> Places.rollBacks(file, "messageEventDefinition"), (file, part) -> BpmnFile.remove(part), A6),
            unsafe("nobody catches the failure", file -> Places.rollBacks(file, "errorEventDefinition"), (file, part) -> BpmnFile.remove(part), A12, A6, A7),
            unsafe("the roll back does not interrupt", file -> Places.rollBacks(file, "messageEventDefinition"),
                    (file, part) -> Surgery.child(part, "startEvent").setAttribute("isInterrupting", "false"), A6),
            unsafe("the release passes by the throws", Places::process, (file, process) -> {
                Element release = Places.messageCatch(file, Vocabulary.MESSAGE_RELEASE);
                Surgery.lead(file.outOf(release).get(0), lastThrown(file, file.next(release)));
            }, A6, A7),
            unsafe("the release takes nothing back", Places::process, (file, process) -> {
                Element release = Places.messageCatch(file, Vocabulary.MESSAGE_RELEASE);
                Surgery.lead(file.outOf(release).get(0), file.beside(release, "endEvent", "end-by-test"));
            }, A7),
            unsafe("nobody compares with the ledger", Places::verifications, Surgery::bridge, A6, A7, A12),
            unsafe("nobody looks at what is left", Places::reviews, Surgery::bridge, A7),
            unsafe("an end terminates", Places::ends, (file, end) -> file.append(end, "terminateEventDefinition", ""), A7),
            unsafe("an error leaves the action", Places::actions, (file, action) -> {
                Element event = boundary(file, action);
                file.append(event, "errorEventDefinition", "");
            }, A7),
            unsafe("an action stands in a scope that an error leaves", Places::actions, UnsafeWaysBack::wrap, A7),
            unsafe("an action is interrupted by a timer", Places::actions, (file, action) -> timer(file, boundary(file, action)), A7),
            unsafe("a timer beside an action does not interrupt it", Places::actions, (file, action) -> {
                Element event = boundary(file, action);
                event.setAttribute("cancelActivity", "false");
                timer(file, event);
            }, A7),
            unsafe("an action is repeated over a list", Places::actions, (file, action) -> file.append(file.append(action, "multiInstanceLoopCharacteristics", ""),
                    "loopCardinality", "").setTextContent("3"), A10),
            unsafe("the run goes round without end", Places::actions, (file, action) -> {
                Element task = file.insert(file.outOf(action).get(0), "task");
                file.join(task, task).setAttribute("id", "round-and-round");
            }, A10, A2, io.countersign.proof.Rule.BOUND),
            unsafe("a join waits for what never comes", file -> file.all("exclusiveGateway", gate -> file.into(gate).size() > 1 && file.outOf(gate).size() == 1),
                    UnsafeWaysBack::intoJoin, A12));

    private UnsafeWaysBack() {
    }

    private static void dropHandler(Surgery file, Element action) {
        Element event = file.one("boundaryEvent", one -> one.getAttribute("attachedToRef").equals(Surgery.id(action)) && definition(one) != null);
        Element line = file.one("association", one -> one.getAttribute("sourceRef").equals(Surgery.id(event)));
        Element undo = file.find(line.getAttribute("targetRef"));
        file.remove(event);
        file.remove(undo);
    }

    private static void askInHandler(Surgery file, Element approval) {
        Element event = file.beside(approval, "boundaryEvent", "handler-by-test");
        event.setAttribute("attachedToRef", Surgery.id(approval));
        file.append(event, "compensateEventDefinition", "");
        Element handler = file.beside(approval, "userTask", "ask-by-test", "What: asks. Who: a test. Why: nobody follows it.");
        handler.setAttribute("isForCompensation", "true");
        Element line = file.append((Element) approval.getParentNode(), "association", "line-by-test");
        line.setAttribute("sourceRef", "handler-by-test");
        line.setAttribute("targetRef", "ask-by-test");
    }

    private static Element definition(Element event) {
        return Surgery.child(event, "compensateEventDefinition");
    }

    private static Element nextThrow(Surgery file, Element event) {
        Element next = file.next(event);
        return Places.takesBack(file, next) ? next : null;
    }

    private static void swap(Surgery file, Element event) {
        Element other = definition(nextThrow(file, event));
        String about = definition(event).getAttribute("activityRef");
        definition(event).setAttribute("activityRef", other.getAttribute("activityRef"));
        other.setAttribute("activityRef", about);
    }

    private static Element lastThrown(Surgery file, Element event) {
        return definition(event) == null ? event : lastThrown(file, file.next(event));
    }

    private static Element boundary(Surgery file, Element action) {
        Element event = file.beside(action, "boundaryEvent", "leave-by-test");
        event.setAttribute("attachedToRef", Surgery.id(action));
        file.join(event, file.next(action));
        return event;
    }

    static void timer(Surgery file, Element event) {
        file.append(file.append(event, "timerEventDefinition", ""), "timeDuration", "").setTextContent("PT1H");
    }

    private static void wrap(Surgery file, Element action) {
        Element scope = file.beside(action, "subProcess", "scope-by-test", "What: holds the action. Who: a test. Why: an error leaves it.");
        file.into(action).forEach(flow -> Surgery.lead(flow, scope));
        Element next = file.next(action);
        file.outOf(action).forEach(BpmnFile::remove);
        Element event = file.one("boundaryEvent", one -> one.getAttribute("attachedToRef").equals(Surgery.id(action)));
        Element line = file.one("association", one -> one.getAttribute("sourceRef").equals(Surgery.id(event)));
        Element start = file.append(scope, "startEvent", "start-by-test");
        List.of(action, event, file.find(line.getAttribute("targetRef"))).forEach(scope::appendChild);
        Element end = file.append(scope, "endEvent", "end-by-test");
        file.join(start, action);
        file.join(action, end);
        scope.appendChild(line);
        Element leave = file.beside(scope, "boundaryEvent", "leave-by-test");
        leave.setAttribute("attachedToRef", "scope-by-test");
        file.append(leave, "errorEventDefinition", "");
        file.join(leave, next);
        file.join(scope, next);
    }

    private static void intoJoin(Surgery file, Element gate) {
        gate.removeAttribute("default");
        file.file.process().getOwnerDocument().renameNode(gate, Surgery.BPMN, "bpmn:parallelGateway");
    }
}
