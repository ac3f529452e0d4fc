package io.countersign.proof.mutation;

import static io.countersign.proof.Rule.A1;
import static io.countersign.proof.Rule.A12;
import static io.countersign.proof.Rule.A2;
import static io.countersign.proof.Rule.A3;
import static io.countersign.proof.Rule.A4;
import static io.countersign.proof.mutation.Mutation.unsafe;

import io.countersign.proof.Vocabulary;
import java.util.List;
import org.w3c.dom.Element;

/** Changes after which something is done that was not decided, or was decided otherwise. */
final class UnsafeDecisions {

    static final List<Mutation> ALL = List.of(
            unsafe("the risk gateway is bypassed", Places::assessments, (file, assess) -> Surgery.lead(file.outOf(assess).get(0), action(file, assess)), A2, A3),
            unsafe("the assessment is bypassed on one way", file -> Places.assessments(file).stream().flatMap(assess -> file.into(assess).stream()).toList(),
                    (file, flow) -> Surgery.lead(flow, file.next(file.find(flow.getAttribute("targetRef")))), A1, A12),
            unsafe("a retry leads straight into the action", file -> Places.assessments(file).stream().flatMap(assess -> file.into(assess).stream()).toList(),
                    (file, flow) -> Surgery.lead(flow, action(file, file.find(flow.getAttribute("targetRef")))), A1, A12),
            unsafe("another action is assessed", Places::assessments, (file, assess) -> file.file.property(Surgery.id(assess), Vocabulary.ASSESSES, "another"), A1, A12),
            unsafe("yes and no of an approval are exchanged", file -> Places.flows(file, "Decision == 'APPROVED'"), UnsafeDecisions::swapWithDefault, A2),
            unsafe("the first and the last way of the risk gateway are exchanged", file -> Places.flows(file, "Tier == 'AUTONOMOUS'"), UnsafeDecisions::swapWithDefault, A2, A3),
            unsafe("the condition for acting unasked is widened", file -> Places.flows(file, "Tier == 'AUTONOMOUS'"), (file, flow) -> replace(flow, "==", "!="), A2, A3),
            unsafe("the condition for acting unasked is gone", file -> Places.flows(file, "Tier == 'AUTONOMOUS'"),
                    (file, flow) -> flow.removeChild(Surgery.child(flow, "conditionExpression")), A2, A3),
            unsafe("people are asked about what no machine may do", file -> Places.flows(file, "'APPROVE'"), (file, flow) -> replace(flow, "'APPROVE'", "'HUMAN_ONLY'"), A3),
            unsafe("two people are demanded only where one is", file -> Places.flows(file, "Tier == 'DUAL'}").stream()
                    .filter(flow -> !Surgery.child(flow, "conditionExpression").getTextContent().contains("||")).toList(), (file, flow) -> replace(flow, "DUAL", "APPROVE"), A2),
            unsafe("the risk gateway leads to the action by default", Places::gates,
                    (file, gate) -> Surgery.lead(file.find(gate.getAttribute("default")), file.find(file.outOf(gate).get(0).getAttribute("targetRef"))), A2, A3),
            unsafe("the second approval counts as a first one", Places::seconds, (file, task) -> file.file.property(Surgery.id(task), Vocabulary.LEVEL, "1"), A2),
            unsafe("an approval is left out", Places::approvals, Surgery::bridge, A2, A12),
            unsafe("the action comes before its approval", Places::firsts, (file, task) -> Surgery.lead(file.into(task).get(0), action(file, task)), A2),
            unsafe("the action goes on beside its approval", Places::firsts, UnsafeDecisions::beside, A2),
            unsafe("an approval is about another action", Places::approvals, (file, task) -> file.file.property(Surgery.id(task), Vocabulary.APPROVES, "another"), A2, A4),
            unsafe("an expired approval leads to the action", file -> Places.timers(file, true), (file, timer) -> {
                Element expire = file.next(timer);
                Surgery.lead(file.outOf(expire).get(0), action(file, expire));
            }, A2),
            unsafe("advice comes between assessment and action", file -> Places.actions(file).stream().flatMap(action -> file.into(action).stream()).toList(), (file, flow) -> {
                Element advice = file.insert(flow, "serviceTask");
                Surgery.camunda(advice, "type", "external");
                Surgery.camunda(advice, "topic", Vocabulary.TOPIC_RECOMMENDATION);
            }, A1));

    private UnsafeDecisions() {
    }

    /** The action that an element is about. */
    static Element action(Surgery file, Element about) {
        return file.find(List.of(Vocabulary.ASSESSES, Vocabulary.APPROVES).stream().map(name -> Surgery.property(about, name)).filter(id -> !id.isEmpty()).findFirst().orElseThrow());
    }

    private static void swapWithDefault(Surgery file, Element flow) {
        Element other = file.find(file.find(flow.getAttribute("sourceRef")).getAttribute("default"));
        String target = flow.getAttribute("targetRef");
        flow.setAttribute("targetRef", other.getAttribute("targetRef"));
        other.setAttribute("targetRef", target);
    }

    private static void replace(Element flow, String what, String by) {
        Element condition = Surgery.child(flow, "conditionExpression");
        condition.setTextContent(condition.getTextContent().replace(what, by));
    }

    private static void beside(Surgery file, Element task) {
        Element fork = file.insert(file.into(task).get(0), "parallelGateway");
        file.join(fork, action(file, task));
    }
}
