package io.countersign.proof.explore;

import io.countersign.proof.Draft;
import io.countersign.proof.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A playbook small enough to be explored in full: up to three actions, one after another, side by side, behind a choice or in a
 * subprocess, with advice and people in between; then the containment in force and both roll-backs, as in the shipped ones.
 */
final class SmallPlaybook {

    private final Random random;
    private final Draft draft = new Draft("small");
    private final List<String> actions = new ArrayList<>();
    /** What a throw has to name to take an action back: the action, or the subprocess around it. */
    private final List<String> thrown = new ArrayList<>();
    private final int most;
    private int number;

    private SmallPlaybook(Random random) {
        this.random = random;
        this.most = 1 + random.nextInt(3);
    }

    static Draft draw(Random random) {
        SmallPlaybook playbook = new SmallPlaybook(random);
        playbook.whole();
        return playbook.draft;
    }

    private void whole() {
        List.of(Vocabulary.MESSAGE_RELEASE, Vocabulary.MESSAGE_KEEP, Vocabulary.MESSAGE_ROLLBACK)
                .forEach(name -> draft.head("<bpmn:message id=\"" + name + "-message\" name=\"" + name + "\" />"));
        draft.head("<bpmn:error id=\"failed\" errorCode=\"failed\" />");
        draft.add("startEvent", "start");
        String last = row("start", 1 + random.nextInt(3), 0);
        inForce(last);
        rollBack("on-request", message(Vocabulary.MESSAGE_ROLLBACK));
        if (random.nextInt(3) > 0) {
            rollBack("on-failure", "<bpmn:errorEventDefinition errorRef=\"failed\" />");
        }
    }

    private String row(String from, int parts, int depth) {
        String last = from;
        for (int i = 0; i < parts; i++) {
            last = part(last, depth);
        }
        return last;
    }

    private String part(String from, int depth) {
        return switch (random.nextInt(depth < 2 ? 9 : 6)) {
            case 0 -> then(from, draft.add("userTask", id("look")));
            case 1 -> then(from, advice());
            case 6 -> split(from, depth, "parallelGateway", null);
            case 7 -> split(from, depth, "exclusiveGateway", "${whatever}");
            case 8 -> inside(from, depth);
            default -> actions.size() < most ? act(from) : then(from, draft.add("task", id("pass")));
        };
    }

    private String advice() {
        return draft.add("serviceTask", id("recommend"), external(Vocabulary.TOPIC_RECOMMENDATION), "");
    }

    private String split(String from, int depth, String gateway, String condition) {
        String fork = then(from, draft.add(gateway, id("fork")));
        String join = draft.add(gateway, id("join"));
        for (int branch = 0; branch < 2; branch++) {
            String first = draft.add("task", id("branch"));
            if (branch == 1 && condition != null) {
                draft.otherwise(fork, first);
            } else {
                draft.flow(fork, first, condition);
            }
            draft.flow(row(first, random.nextInt(2) + branch, depth + 1), join);
        }
        return join;
    }

    private String inside(String from, int depth) {
        Draft.Part around = draft.in;
        String scope = then(from, draft.add("subProcess", id("inside")));
        int before = actions.size();
        draft.in = draft.find(scope).orElseThrow();
        String last = row(draft.add("startEvent", id("start-inside")), 1 + random.nextInt(2), depth + 1);
        draft.flow(last, draft.add("endEvent", id("end-inside")));
        draft.in = around;
        for (int i = before; i < actions.size(); i++) {
            thrown.set(i, scope);
        }
        return scope;
    }

    private String act(String from) {
        String action = id("act");
        actions.add(action);
        thrown.add(action);
        return new SmallAction(draft, random, action).draw(from);
    }

    private void inForce(String from) {
        String gate = then(from, draft.add("exclusiveGateway", "in-force"));
        String wait = draft.add("eventBasedGateway", "wait");
        draft.flow(gate, wait, "${inForce}");
        draft.otherwise(gate, draft.add("endEvent", "end-nothing"));
        String release = then(wait, draft.add("intermediateCatchEvent", "release", "", message(Vocabulary.MESSAGE_RELEASE)));
        String keep = then(wait, draft.add("intermediateCatchEvent", "keep", "", message(Vocabulary.MESSAGE_KEEP)));
        draft.flow(keep, draft.add("endEvent", "end-kept"));
        takeBack(release, "on-release");
    }

    private void rollBack(String where, String event) {
        draft.in = null;
        draft.add("subProcess", where, "triggeredByEvent=\"true\"", "");
        draft.in = draft.find(where).orElseThrow();
        takeBack(draft.add("startEvent", "start-" + where, "", event), where);
        draft.in = null;
    }

    private void takeBack(String from, String where) {
        String last = from;
        List<String> named = new ArrayList<>(thrown);
        java.util.Collections.reverse(named);
        for (String about : named.stream().distinct().toList()) {
            last = then(last, draft.add("intermediateThrowEvent", "back-" + about + "-" + where, "", "<bpmn:compensateEventDefinition activityRef=\"" + about + "\" />"));
        }
        last = then(last, draft.add("serviceTask", "verify-" + where, "camunda:delegateExpression=\"" + Vocabulary.VERIFY + "\"", ""));
        String check = then(last, draft.add("exclusiveGateway", "check-" + where));
        String review = draft.add("userTask", "review-" + where, "", SmallAction.property(Vocabulary.REVIEWS, "rollback"));
        draft.flow(check, draft.add("endEvent", "end-restored-" + where), "${rollbackOutcome == 'RESTORED'}");
        draft.otherwise(check, review);
        draft.flow(review, draft.add("endEvent", "end-reviewed-" + where));
    }

    private String then(String from, String to) {
        draft.flow(from, to);
        return to;
    }

    private String id(String word) {
        return word + "-" + (char) ('a' + number / 26) + (char) ('a' + number++ % 26);
    }

    static String external(String topic) {
        return "camunda:type=\"external\" camunda:topic=\"" + topic + "\"";
    }

    static String message(String name) {
        return "<bpmn:messageEventDefinition messageRef=\"" + name + "-message\" />";
    }
}
