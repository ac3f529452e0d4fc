package io.countersign.proof.mutation;

import static io.countersign.proof.mutation.Mutation.harmless;

import io.countersign.proof.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Changes that give no authority and take no way back away. */
final class Harmless {

    static final List<Mutation> ALL = List.of(
            harmless("things have other names", Places::activities, (file, task) -> task.setAttribute("name", "Called otherwise, ${even so} <&>")),
            harmless("flows have names", Places::plainFlows, (file, flow) -> flow.setAttribute("name", "on we go")),
            harmless("the process has another id and name", Places::process, (file, process) -> {
                process.setAttribute("id", "renamed-playbook");
                process.setAttribute("name", "Renamed");
            }),
            harmless("a node has another id", file -> Stream.of("exclusiveGateway", "endEvent", "intermediateThrowEvent", "eventBasedGateway")
                    .flatMap(type -> file.all(type, node -> true).stream()).toList(), Harmless::rename),
            harmless("a flow has another id", Places::plainFlows, Harmless::renameFlow),
            harmless("the elements stand in another order", Places::process, Harmless::reverse),
            harmless("advice is asked twice before the first assessment", file -> file.outOf(file.find("start")), (file, flow) -> {
                Element advice = file.insert(flow, "serviceTask");
                Surgery.camunda(advice, "type", "external");
                Surgery.camunda(advice, "topic", Vocabulary.TOPIC_RECOMMENDATION);
            }),
            harmless("a person looks in between", Places::plainFlows, (file, flow) -> {
                Element task = file.insert(flow, "userTask");
                Surgery.camunda(task, "formRef", "review-rollback");
                Surgery.camunda(task, "formRefBinding", "deployment");
                Surgery.camunda(task, "candidateGroups", "soc");
            }),
            harmless("a step is drawn as two", Places::plainFlows, (file, flow) -> file.insert(flow, "task")),
            harmless("something is done outside the product", Places::plainFlows, (file, flow) -> file.insert(flow, "manualTask")),
            harmless("a gateway merges one way", Places::plainFlows, (file, flow) -> file.insert(flow, "exclusiveGateway")),
            harmless("two things go on side by side", file -> file.outOf(file.find("start")), Harmless::sideBySide),
            harmless("a subprocess holds what a person looks at", file -> file.outOf(file.find("start")), Harmless::subProcess),
            harmless("a way ends twice", file -> Places.ends(file).stream().flatMap(end -> file.into(end).stream()).toList(), (file, flow) -> {
                Element fork = file.insert(flow, "parallelGateway");
                file.join(fork, file.beside(fork, "endEvent", "end-by-test"));
            }),
            harmless("more is said about it", Places::activities, (file, task) -> Surgery.child(task, "documentation").setTextContent("What: the same, in more words.")),
            harmless("a note stands beside it", Places::process, (file, process) -> file.append(file.append(process, "textAnnotation", "note"), "text", "").setTextContent("Mind this")),
            harmless("a frame stands around it", Places::process, (file, process) -> file.append(process, "group", "frame")),
            harmless("it has lanes", Places::process, (file, process) -> {
                Element lanes = file.beside(file.find("start"), "laneSet", "lanes");
                process.insertBefore(lanes, file.extensions(process).getNextSibling());
                file.append(lanes, "lane", "lane-of-the-soc");
            }),
            harmless("the timers are longer", file -> file.all("timeDuration", time -> true).stream().map(time -> (Element) time.getParentNode()).toList(),
                    (file, timer) -> Surgery.child(timer, "timeDuration").setTextContent("PT12H")),
            harmless("other groups are asked", Places::userTasks, (file, task) -> Surgery.camunda(task, "candidateGroups", "edr, identity")),
            harmless("another team owns it", Places::process, (file, process) -> file.file.property(Surgery.id(process), Vocabulary.OWNER, "identity")),
            harmless("it has another version", Places::process, (file, process) -> Surgery.camunda(process, "versionTag", "2.0-rc1")),
            harmless("a template was used", Places::activities, (file, task) -> {
                Surgery.camunda(task, "modelerTemplate", "io.countersign.anything");
                Surgery.camunda(task, "modelerTemplateVersion", "1");
            }),
            harmless("another tool has left its marks", Places::activities, (file, task) -> task.setAttributeNS("http://bpmn.io/schema/bpmn/biocolor/1.0", "bioc:fill", "#ff0000")),
            harmless("there are remarks in the file", Places::process, (file, process) -> process.appendChild(process.getOwnerDocument().createComment(" a remark "))));

    private Harmless() {
    }

    private static void rename(Surgery file, Element node) {
        String id = Surgery.id(node);
        file.into(node).forEach(flow -> flow.setAttribute("targetRef", id + "-renamed"));
        file.outOf(node).forEach(flow -> flow.setAttribute("sourceRef", id + "-renamed"));
        node.setAttribute("id", id + "-renamed");
    }

    private static void renameFlow(Surgery file, Element flow) {
        Element source = file.find(flow.getAttribute("sourceRef"));
        if (source.getAttribute("default").equals(Surgery.id(flow))) {
            source.setAttribute("default", "renamed-flow");
        }
        flow.setAttribute("id", "renamed-flow");
    }

    private static void reverse(Surgery file, Element process) {
        List<Element> elements = new ArrayList<>();
        for (var child = process.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && !List.of("documentation", "extensionElements", "association").contains(element.getLocalName())) {
                elements.add(element);
            }
        }
        var last = elements.get(elements.size() - 1).getNextSibling();
        Collections.reverse(elements);
        elements.forEach(element -> process.insertBefore(element, last));
    }

    private static void sideBySide(Surgery file, Element flow) {
        Element join = file.insert(flow, "parallelGateway");
        join.setAttribute("id", "join-by-test");
        file.all("sequenceFlow", one -> one.getAttribute("sourceRef").equals("put-in-by-test")).forEach(one -> one.setAttribute("sourceRef", "join-by-test"));
        Element fork = file.beside(join, "parallelGateway", "fork-by-test");
        Surgery.lead(flow, fork);
        for (String id : List.of("one-by-test", "other-by-test")) {
            Element task = file.beside(join, "manualTask", id, "What: a step by hand. Who: a person. Why: a test.");
            file.join(fork, task);
            file.join(task, join);
        }
    }

    private static void subProcess(Surgery file, Element flow) {
        Element scope = file.insert(flow, "subProcess");
        Element start = file.append(scope, "startEvent", "start-inside");
        Element task = file.append(scope, "manualTask", "look-inside");
        task.setAttribute("name", "Look");
        file.append(task, "documentation", "").setTextContent("What: a step by hand. Who: a person. Why: a test.");
        Element end = file.append(scope, "endEvent", "end-inside");
        file.join(start, task);
        file.join(task, end);
    }
}
