package io.countersign.proof.mutation;

import static io.countersign.proof.Rule.A11;
import static io.countersign.proof.Rule.A12;
import static io.countersign.proof.Rule.A2;
import static io.countersign.proof.Rule.A4;
import static io.countersign.proof.Rule.A5;
import static io.countersign.proof.Rule.A8;
import static io.countersign.proof.Rule.A9;
import static io.countersign.proof.mutation.Mutation.unsafe;

import io.countersign.proof.Vocabulary;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Changes by which a playbook computes for itself, names what is not there, or asks nobody. */
final class UnsafeWords {

    static final List<Mutation> ALL = List.of(
            unsafe("a script runs", Places::plainFlows, (file, flow) -> file.append(file.insert(flow, "scriptTask"), "script", "").setTextContent("1"), A8),
            unsafe("a listener runs", Places::activities, (file, task) -> file.extend(task, "executionListener").setAttribute("class", "com.example.Anything"), A8),
            unsafe("a task listener runs", Places::userTasks, (file, task) -> file.extend(task, "taskListener").setAttribute("class", "com.example.Anything"), A8),
            unsafe("a class runs", Places::delegates, (file, task) -> Surgery.camunda(task, "class", "com.example.Anything"), A8),
            unsafe("an unknown bean runs", Places::delegates, (file, task) -> Surgery.camunda(task, "delegateExpression", "${anythingElse}"), A8),
            unsafe("an expression is computed on the way in", Places::activities, (file, task) -> {
                Element parameter = task.getOwnerDocument().createElementNS(Surgery.CAMUNDA, "camunda:inputParameter");
                parameter.setAttribute("name", "target");
                parameter.setTextContent("${whatever}");
                file.extend(task, "inputOutput").appendChild(parameter);
            }, A8),
            unsafe("advice carries a connector", Places::advice, (file, task) -> file.extend(task, "connector"), A8, A9),
            unsafe("advice carries an action", Places::advice, (file, task) -> {
                Element property = task.getOwnerDocument().createElementNS(Surgery.CAMUNDA, "camunda:property");
                property.setAttribute("name", Vocabulary.ACTION);
                property.setAttribute("value", "isolate-host");
                file.extend(task, "properties").appendChild(property);
            }, A9),
            unsafe("a condition is free", file -> file.all("sequenceFlow", flow -> Surgery.child(flow, "conditionExpression") != null),
                    (file, flow) -> Surgery.child(flow, "conditionExpression").setTextContent("${advice.says('so')}"), A8),
            unsafe("a time is computed", file -> file.all("timeDuration", time -> true).stream().map(time -> (Element) time.getParentNode()).toList(),
                    (file, timer) -> Surgery.child(timer, "timeDuration").setTextContent("${whenever}"), A8),
            unsafe("a message comes that nobody sends", file -> file.all("message", message -> true), (file, message) -> message.setAttribute("name", "anything"), A8),
            unsafe("the catalogue does not know the action", Places::actions, (file, action) -> file.file.property(Surgery.id(action), Vocabulary.ACTION, "format-disk"), A8),
            unsafe("a timer starts the playbook", Places::process, (file, process) -> UnsafeWaysBack.timer(file, file.find("start")), A8),
            unsafe("a decision is of any version", Places::assessments, (file, task) -> task.removeAttributeNS(Surgery.CAMUNDA, "decisionRefBinding"), A11),
            unsafe("a decision is of the latest version", Places::assessments, (file, task) -> Surgery.camunda(task, "decisionRefBinding", "latest"), A11),
            unsafe("another decision gives the tier", Places::assessments, (file, task) -> Surgery.camunda(task, "decisionRef", "select-playbook"), A11),
            unsafe("a form is of any version", Places::userTasks, (file, task) -> task.removeAttributeNS(Surgery.CAMUNDA, "formRefBinding"), A11),
            unsafe("something unknown is called", Places::plainFlows, (file, flow) -> file.insert(flow, "callActivity").setAttribute("calledElement", "anything"), A11),
            unsafe("a form is missing", Places::userTasks, (file, task) -> Surgery.camunda(task, "formRef", "no-such-form"), A12),
            unsafe("a task has no form", Places::userTasks, (file, task) -> task.removeAttributeNS(Surgery.CAMUNDA, "formRef"), A12),
            unsafe("nobody owns it", Places::process, (file, process) -> file.file.property(Surgery.id(process), Vocabulary.OWNER, ""), A12),
            unsafe("it has no version tag", Places::process, (file, process) -> process.removeAttributeNS(Surgery.CAMUNDA, "versionTag"), A12),
            unsafe("its history has no end", Places::process, (file, process) -> process.removeAttributeNS(Surgery.CAMUNDA, "historyTimeToLive"), A12),
            unsafe("nothing says what it is for", file -> Stream.concat(Places.process(file).stream(), Places.activities(file).stream()).toList(),
                    (file, element) -> element.removeChild(Surgery.child(element, "documentation")), A12),
            unsafe("a task has no name", Places::activities, (file, task) -> task.removeAttribute("name"), A12),
            unsafe("something is never reached", Places::process, (file, process) -> file.join(file.beside(file.find("start"), "task", "never-reached",
                    "What: nothing. Who: nobody. Why: a test."), file.next(file.find("start"))), A12),
            unsafe("nobody is asked", Places::approvals, (file, task) -> task.removeAttributeNS(Surgery.CAMUNDA, "candidateGroups"), A4),
            unsafe("one person is asked", Places::approvals, (file, task) -> Surgery.camunda(task, "assignee", "carol"), A4),
            unsafe("an approval never expires", file -> Places.timers(file, true), Surgery::remove, A4),
            unsafe("an approval is never escalated", file -> Places.timers(file, false), Surgery::remove, A4),
            unsafe("an expiry does not refuse", file -> Places.timers(file, true), (file, timer) -> Surgery.lead(file.outOf(timer).get(0), file.next(file.next(timer))), A4),
            unsafe("an action that cannot be undone runs unasked", Places::unasked,
                    (file, action) -> file.file.property(Surgery.id(action), Vocabulary.ACTION, irreversible()), A2, A5));

    private UnsafeWords() {
    }

    private static String irreversible() {
        return io.countersign.action.Catalogues.shipped().all().stream().filter(type -> !type.reversibility().autonomyThinkable()).findFirst().orElseThrow().id();
    }
}
