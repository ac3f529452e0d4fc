package io.countersign.proof.explore;

import io.countersign.proof.Draft;
import io.countersign.proof.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The activities of an {@link ArbitraryNet}, with what hangs on them. */
final class ArbitraryActivity {

    private final ArbitraryNet net;
    private final Draft draft;
    private final Random random;

    ArbitraryActivity(ArbitraryNet net) {
        this.net = net;
        this.draft = net.draft;
        this.random = net.random;
    }

    String person() {
        boolean repeated = random.nextInt(6) == 0;
        String task = random.nextInt(5) == 0 ? draft.add("serviceTask", net.id("recommend"), SmallPlaybook.external(Vocabulary.TOPIC_RECOMMENDATION) + async(), "")
                : random.nextInt(6) == 0 ? draft.add("intermediateCatchEvent", net.id("await"), "", random.nextBoolean() ? ArbitraryNet.timer() : net.message())
                : draft.add("userTask", net.id("look"), repeated ? "" : async(), repeated ? repeated(random.nextBoolean()) : "");
        if (!task.contains("await")) {
            boundaries(task, false);
            if (random.nextInt(12) == 0) {
                handler(task);
            }
        }
        return task;
    }

    String passing() {
        return switch (random.nextInt(4)) {
            case 0 -> draft.add("serviceTask", net.id("verify"), "camunda:delegateExpression=\"" + Vocabulary.VERIFY + "\"" + async(), "");
            case 1 -> draft.add("manualTask", net.id("manual"), async(), "");
            default -> draft.add("task", net.id("pass"), async(), "");
        };
    }

    private String async() {
        if (net.called || draft.in != null && draft.in.repeated) {
            return "";
        }
        return (random.nextInt(8) == 0 ? " camunda:asyncBefore=\"true\"" : "") + (random.nextInt(8) == 0 ? " camunda:asyncAfter=\"true\"" : "");
    }

    /** An action, or where actions would be repeated a person; behind it sometimes a choice by its outcome. */
    String action(String from) {
        if (draft.in != null && draft.in.repeated) {
            return net.then(from, person());
        }
        String action = net.id("act");
        String before = random.nextInt(3) == 0 ? gated(from, action) : from;
        net.then(before, draft.add("serviceTask", action, SmallPlaybook.external(Vocabulary.TOPIC_CONTAINMENT) + async(), SmallAction.property(Vocabulary.ACTION, "isolate-host")));
        boundaries(action, false);
        if (random.nextInt(8) > 0) {
            draft.add("boundaryEvent", "compensate-" + action, "attachedToRef=\"" + action + "\"", "<bpmn:compensateEventDefinition />");
            draft.add("serviceTask", "undo-" + action, "isForCompensation=\"true\" " + SmallPlaybook.external(Vocabulary.TOPIC_UNDO), SmallAction.property(Vocabulary.UNDOES, action));
            draft.handler("compensate-" + action, "undo-" + action);
            net.compensable.computeIfAbsent(net.scope(), name -> new ArrayList<>()).add(action);
        }
        return random.nextInt(3) > 0 ? action : choice(action);
    }

    private String gated(String from, String action) {
        String assess = net.then(from, draft.add("businessRuleTask", "assess-" + action, "camunda:decisionRef=\"risk-tier\"" + async(), SmallAction.property(Vocabulary.ASSESSES, action)));
        String gate = net.then(assess, draft.add("exclusiveGateway", net.id("gate")));
        String meet = draft.add("exclusiveGateway", net.id("meet"));
        draft.flow(gate, meet, "${" + Vocabulary.variable(action, "Tier") + " == 'AUTONOMOUS'}");
        String approve = draft.add("userTask", net.id("approve"), async(), SmallAction.property(Vocabulary.APPROVES, action));
        draft.otherwise(gate, approve);
        boundaries(approve, false);
        String yes = net.then(approve, draft.add("exclusiveGateway", net.id("yes")));
        draft.flow(yes, meet, "${" + Vocabulary.variable(action, "Decision") + " == 'APPROVED'}");
        draft.otherwise(yes, draft.add("endEvent", net.id("refused")));
        return meet;
    }

    private String choice(String action) {
        String outcome = net.then(action, draft.add("exclusiveGateway", net.id("outcome")));
        String meet = draft.add("exclusiveGateway", net.id("meet"));
        draft.flow(outcome, meet, "${" + Vocabulary.variable(action, "Outcome") + " == 'CONFIRMED'}");
        if (random.nextBoolean()) {
            draft.flow(outcome, action, "${" + Vocabulary.variable(action, "Outcome") + " == 'STALE'}");
        }
        String person = draft.add("userTask", net.id("other"));
        if (random.nextInt(4) == 0) {
            draft.flow(outcome, person, "${" + Vocabulary.variable(action, "Outcome") + " == 'FAILED'}");
        } else {
            draft.otherwise(outcome, person);
        }
        draft.flow(person, meet);
        return meet;
    }

    String loop(String from) {
        String again = net.then(from, draft.add("exclusiveGateway", net.id("again")));
        String person = net.then(again, draft.add("userTask", net.id("look"), async(), ""));
        String gate = net.then(person, draft.add("exclusiveGateway", net.id("enough")));
        draft.flow(gate, again, "${coin.heads}");
        String on = draft.add("task", net.id("on"));
        draft.otherwise(gate, on);
        return on;
    }

    void boundaries(String host, boolean scope) {
        for (int i = random.nextInt(scope ? 2 : 3) == 0 ? 1 + random.nextInt(2) : 0; i > 0; i--) {
            int what = random.nextInt(scope ? 5 : 2);
            boolean interrupts = what > 1 || random.nextBoolean();
            String event = draft.add("boundaryEvent", net.id("on"), "attachedToRef=\"" + host + "\"" + (interrupts ? "" : " cancelActivity=\"false\""),
                    what == 0 ? ArbitraryNet.timer() : what == 1 ? net.message() : net.error());
            String last = random.nextBoolean() ? event : net.then(event, person(false));
            net.then(last, draft.add("endEvent", net.id("end")));
        }
    }

    private String person(boolean ignored) {
        return draft.add("userTask", net.id("look"));
    }

    /** A handler of something that is no action. */
    void handler(String host) {
        draft.add("boundaryEvent", "compensate-" + host, "attachedToRef=\"" + host + "\"", "<bpmn:compensateEventDefinition />");
        draft.add("userTask", "undo-" + host, "isForCompensation=\"true\"", "");
        draft.handler("compensate-" + host, "undo-" + host);
        net.compensable.computeIfAbsent(net.scope(), name -> new ArrayList<>()).add(host);
    }

    static String repeated(boolean sequential) {
        return "<bpmn:multiInstanceLoopCharacteristics isSequential=\"" + sequential + "\"><bpmn:loopCardinality xsi:type=\"bpmn:tFormalExpression\">2</bpmn:loopCardinality>"
                + "</bpmn:multiInstanceLoopCharacteristics>";
    }
}
