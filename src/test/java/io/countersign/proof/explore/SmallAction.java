package io.countersign.proof.explore;

import io.countersign.proof.Draft;
import io.countersign.proof.Vocabulary;
import java.util.List;
import java.util.Random;

/** One action with its gate, larger or smaller: some tiers lead past it, some outcomes are looked at. */
final class SmallAction {

    private final Draft draft;
    private final Random random;
    private final String action;

    SmallAction(Draft draft, Random random, String action) {
        this.draft = draft;
        this.random = random;
        this.action = action;
    }

    /** @return where it goes on */
    String draw(String from) {
        String assess = draft.add("businessRuleTask", "assess-" + action, "camunda:decisionRef=\"risk-tier\"", property(Vocabulary.ASSESSES, action));
        draft.flow(from, assess);
        String gate = draft.add("exclusiveGateway", "gate-" + action);
        draft.flow(assess, gate);
        effect();
        String settle = draft.add("exclusiveGateway", "settle-" + action);
        draft.flow(gate, action, is("Tier", "AUTONOMOUS"));
        if (random.nextBoolean()) {
            approvals(gate, settle);
        }
        draft.otherwise(gate, settle);
        after(assess, settle);
        return settle;
    }

    private void effect() {
        String type = List.of("isolate-host", "block-address", "no-such-type").get(random.nextInt(3));
        draft.add("serviceTask", action, SmallPlaybook.external(Vocabulary.TOPIC_CONTAINMENT), property(Vocabulary.ACTION, type));
        draft.add("boundaryEvent", "compensate-" + action, "attachedToRef=\"" + action + "\"", "<bpmn:compensateEventDefinition />");
        draft.add("serviceTask", "undo-" + action, "isForCompensation=\"true\" " + SmallPlaybook.external(Vocabulary.TOPIC_UNDO), property(Vocabulary.UNDOES, action));
        draft.handler("compensate-" + action, "undo-" + action);
    }

    private void approvals(String gate, String settle) {
        boolean dual = random.nextBoolean();
        String first = approval("approve-", "");
        draft.flow(gate, first, dual ? "${" + variable("Tier") + " == 'APPROVE' || " + variable("Tier") + " == 'DUAL'}" : is("Tier", "APPROVE"));
        String yes = draft.add("exclusiveGateway", "yes-" + action);
        draft.flow(first, yes);
        if (dual) {
            String quorum = draft.add("exclusiveGateway", "quorum-" + action);
            String second = approval("countersign-", "<camunda:property name=\"" + Vocabulary.LEVEL + "\" value=\"2\" />");
            String again = draft.add("exclusiveGateway", "again-" + action);
            draft.flow(yes, quorum, is("Decision", "APPROVED"));
            draft.flow(quorum, second, is("Tier", "DUAL"));
            draft.otherwise(quorum, action);
            draft.flow(second, again);
            draft.flow(again, action, is("Decision", "APPROVED"));
            draft.otherwise(again, settle);
        } else {
            draft.flow(yes, action, is("Decision", "APPROVED"));
        }
        draft.otherwise(yes, settle);
        if (random.nextBoolean()) {
            expiry(first, settle);
        }
    }

    private String approval(String prefix, String more) {
        String approves = "<camunda:property name=\"" + Vocabulary.APPROVES + "\" value=\"" + action + "\" />";
        return draft.add("userTask", prefix + action, "", "<bpmn:extensionElements><camunda:properties>" + approves + more + "</camunda:properties></bpmn:extensionElements>");
    }

    private void expiry(String approval, String settle) {
        String timer = "<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>";
        draft.add("boundaryEvent", "expiry-of-" + action, "attachedToRef=\"" + approval + "\" cancelActivity=\"" + (random.nextInt(8) > 0) + "\"", timer);
        String expire = draft.add("serviceTask", "expire-" + action, "camunda:delegateExpression=\"" + Vocabulary.EXPIRE + "\"", property(Vocabulary.APPROVES, action));
        draft.flow("expiry-of-" + action, expire);
        draft.flow(expire, settle);
    }

    private void after(String assess, String settle) {
        if (random.nextInt(3) == 0) {
            draft.flow(action, settle);
            return;
        }
        String outcome = draft.add("exclusiveGateway", "outcome-" + action);
        draft.flow(action, outcome);
        draft.flow(outcome, settle, is("Outcome", "CONFIRMED"));
        draft.flow(outcome, assess, is("Outcome", "STALE"));
        if (random.nextBoolean()) {
            draft.otherwise(outcome, draft.add("endEvent", "give-up-" + action, "", "<bpmn:errorEventDefinition errorRef=\"failed\" />"));
            return;
        }
        String resolve = draft.add("userTask", "resolve-" + action, "", property(Vocabulary.RESOLVES, action));
        String next = draft.add("exclusiveGateway", "next-" + action);
        draft.otherwise(outcome, resolve);
        draft.flow(resolve, next);
        draft.flow(next, assess, is("Next", "RETRY"));
        draft.otherwise(next, settle);
    }

    private String is(String field, String value) {
        return "${" + variable(field) + " == '" + value + "'}";
    }

    private String variable(String field) {
        return Vocabulary.variable(action, field);
    }

    static String property(String name, String value) {
        return "<bpmn:extensionElements><camunda:properties><camunda:property name=\"" + name + "\" value=\"" + value + "\" /></camunda:properties></bpmn:extensionElements>";
    }
}
