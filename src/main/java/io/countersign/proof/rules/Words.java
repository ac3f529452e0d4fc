package io.countersign.proof.rules;

import io.countersign.proof.Vocabulary;
import io.countersign.proof.net.Action;
import io.countersign.proof.net.Net;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that a playbook may be written in. What is not here is refused. */
final class Words {

    /** Elements of BPMN that may stand in a process. Others, such as a terminate event, are named by the rule that they break. */
    static final Set<String> ELEMENTS = Set.of("startEvent", "endEvent", "serviceTask", "userTask", "businessRuleTask", "manualTask", "task", "exclusiveGateway",
            "parallelGateway", "inclusiveGateway", "eventBasedGateway", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent", "sequenceFlow",
            "subProcess", "callActivity", "association", "textAnnotation", "text", "group", "laneSet", "lane", "flowNodeRef", "childLaneSet", "documentation",
            "incoming", "outgoing", "conditionExpression", "extensionElements", "timerEventDefinition", "messageEventDefinition", "errorEventDefinition",
            "compensateEventDefinition", "terminateEventDefinition", "timeDuration", "timeDate", "multiInstanceLoopCharacteristics", "loopCardinality",
            "transaction", "dataObject", "dataObjectReference", "dataStoreReference");

    private static final Set<String> ANYWHERE = Set.of("modelerTemplate", "modelerTemplateVersion", "modelerTemplateIcon", "asyncBefore", "asyncAfter", "exclusive");
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "process", Set.of("historyTimeToLive", "versionTag", "isStartableInTasklist"),
            "userTask", Set.of("formRef", "formRefBinding", "formRefVersion", "candidateGroups", "priority", "assignee", "candidateUsers"),
            "serviceTask", Set.of("type", "topic", "delegateExpression", "taskPriority"),
            "businessRuleTask", Set.of("decisionRef", "decisionRefBinding", "decisionRefVersion", "decisionRefVersionTag"),
            "callActivity", Set.of("calledElementBinding", "calledElementVersion", "calledElementVersionTag"));
    private static final Set<String> PROPERTIES = Set.of(Vocabulary.ACTION, Vocabulary.APPROVES, Vocabulary.ASSESSES, Vocabulary.BY_HAND, Vocabulary.IRREVERSIBLE,
            Vocabulary.LEVEL, Vocabulary.OWNER, Vocabulary.RESOLVES, Vocabulary.REVIEWS, Vocabulary.UNDOES);
    static final Set<String> MESSAGES = Set.of(Vocabulary.MESSAGE_RELEASE, Vocabulary.MESSAGE_KEEP, Vocabulary.MESSAGE_ROLLBACK);
    static final Set<String> DELEGATES = Set.of(Vocabulary.ESCALATE, Vocabulary.EXPIRE, Vocabulary.VERIFY);
    private static final Pattern TIME = Pattern.compile("P[0-9DTHMSWY.]{1,30}|\\d{4}-\\d\\d-\\d\\dT[0-9:.]{5,15}(Z|[+-]\\d\\d:\\d\\d)");

    private Words() {
    }

    static boolean attribute(String element, String name) {
        return ANYWHERE.contains(name) || ATTRIBUTES.getOrDefault(element, Set.of()).contains(name);
    }

    /** Properties of others mean nothing here, so they do no harm. */
    static boolean property(String name) {
        return !name.startsWith("countersign.") || PROPERTIES.contains(name);
    }

    static boolean time(String text, Net net) {
        String stripped = text.strip();
        return TIME.matcher(stripped).matches() || stripped.equals("${" + Vocabulary.VAR_LEASE_UNTIL + "}")
                || net.actions().stream().map(Action::activity).anyMatch(action -> stripped.equals("${" + Vocabulary.variable(action, "EscalateAfter") + "}")
                || stripped.equals("${" + Vocabulary.variable(action, "ExpireAfter") + "}"));
    }

    static boolean expression(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
