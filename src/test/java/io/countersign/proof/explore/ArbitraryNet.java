package io.countersign.proof.explore;

import io.countersign.proof.Draft;
import io.countersign.proof.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Any process that the engine would run, made of everything that the game knows how to play, whether it makes sense as a playbook or not:
 * rows of activities and gateways, nested, with event subprocesses, and here and there a flow that leads elsewhere.
 */
final class ArbitraryNet {

    static final String PROCESS = "arbitrary";
    static final String CALLED = "called";
    private static final int DEEPEST = 2;

    final Random random;
    final Draft draft;
    /** By scope: what a throw in it can name. The process itself is the empty name. */
    final Map<String, List<String>> compensable = new HashMap<>();
    final boolean called;
    private final ArbitraryActivity activities;
    private int number;
    private boolean calls;

    private ArbitraryNet(Random random, String process, boolean called) {
        this.random = random;
        this.draft = new Draft(process);
        this.called = called;
        this.activities = new ArbitraryActivity(this);
    }

    /** One file, or two where the first calls the second. */
    static Map<String, byte[]> draw(Random random) {
        ArbitraryNet net = new ArbitraryNet(random, PROCESS, false);
        net.whole();
        Map<String, byte[]> files = new HashMap<>(Map.of(PROCESS + ".bpmn", net.draft.xml()));
        if (net.calls) {
            ArbitraryNet other = new ArbitraryNet(random, CALLED, true);
            other.whole();
            files.put(CALLED + ".bpmn", other.draft.xml());
        }
        return files;
    }

    private void whole() {
        List.of(Vocabulary.MESSAGE_RELEASE, Vocabulary.MESSAGE_KEEP, Vocabulary.MESSAGE_ROLLBACK)
                .forEach(name -> draft.head("<bpmn:message id=\"" + name + "-message\" name=\"" + name + "\" />"));
        List.of("failed", "broken").forEach(code -> draft.head("<bpmn:error id=\"" + code + "\" errorCode=\"" + code + "\" />"));
        end(row(draft.add("startEvent", id("start")), 1 + random.nextInt(called ? 2 : 3), called ? 1 : 0), 0);
        for (int i = random.nextInt(3); i > 0 && !called; i--) {
            eventSubprocess(1);
        }
        for (int i = random.nextInt(8) == 0 ? 1 + random.nextInt(2) : 0; i > 0; i--) {
            redirect();
        }
    }

    String row(String from, int parts, int depth) {
        String last = from;
        for (int i = 0; i < parts; i++) {
            last = part(last, depth);
        }
        return last;
    }

    private String part(String from, int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 16 : 7)) {
            case 0 -> then(from, activities.person());
            case 1 -> then(from, activities.passing());
            case 2, 3 -> called ? then(from, activities.person()) : activities.action(from);
            case 4 -> activities.loop(from);
            case 5, 6 -> then(from, throwBack());
            case 7 -> split(from, depth, "parallelGateway", null);
            case 8 -> split(from, depth, "exclusiveGateway", "${coin.heads}");
            case 9, 10 -> split(from, depth, "inclusiveGateway", "${coin.heads}");
            case 11 -> events(from, depth);
            case 12 -> called || calls ? split(from, depth, "task", random.nextBoolean() ? "${coin.heads}" : null) : call(from);
            default -> subprocess(from, depth);
        };
    }

    private String throwBack() {
        List<String> known = compensable.getOrDefault(scope(), List.of());
        List<String> around = draft.in != null && draft.in.attributes.contains("triggeredByEvent") ? compensable.getOrDefault(name(draft.in.parent), List.of()) : known;
        String about = around.isEmpty() || random.nextInt(4) == 0 ? "" : "activityRef=\"" + around.get(random.nextInt(around.size())) + "\"";
        return draft.add("intermediateThrowEvent", id("back"), "", "<bpmn:compensateEventDefinition " + about + " />");
    }

    /** The paths meet again in a gateway of the same kind mostly, or of another, or each ends for itself. */
    private String split(String from, int depth, String gateway, String condition) {
        String fork = then(from, draft.add(gateway, id("fork")));
        int branches = 2 + random.nextInt(2);
        String kind = gateway.equals("task") ? "inclusiveGateway" : random.nextInt(6) > 0 ? gateway
                : List.of("parallelGateway", "exclusiveGateway", "inclusiveGateway").get(random.nextInt(3));
        String join = draft.add(kind, id("join"));
        boolean fallback = condition != null;
        for (int branch = 0; branch < branches; branch++) {
            String first = draft.add("task", id("branch"));
            if (fallback && branch == branches - 1) {
                draft.otherwise(fork, first);
            } else {
                draft.flow(fork, first, condition);
            }
            String last = row(first, random.nextInt(3), depth + 1);
            if (branch > 0 && random.nextInt(8) == 0) {
                end(last, depth + 1);
            } else {
                draft.flow(last, join);
            }
        }
        return join;
    }

    private String events(String from, int depth) {
        String gateway = then(from, draft.add("eventBasedGateway", id("wait")));
        String join = draft.add("exclusiveGateway", id("meet"));
        for (int branch = 0; branch < 2; branch++) {
            String event = then(gateway, draft.add("intermediateCatchEvent", id("event"), "", branch == 0 ? timer() : message()));
            draft.flow(row(event, random.nextInt(2), depth + 1), join);
        }
        return join;
    }

    private String call(String from) {
        calls = true;
        String call = then(from, draft.add("callActivity", id("call"), "calledElement=\"" + CALLED + "\" camunda:calledElementBinding=\"deployment\"", ""));
        activities.boundaries(call, true);
        return call;
    }

    private String subprocess(String from, int depth) {
        Draft.Part around = draft.in;
        boolean repeated = random.nextInt(4) == 0;
        String scope = then(from, draft.add(random.nextInt(8) == 0 ? "transaction" : "subProcess", id("inside")));
        draft.in = draft.find(scope).orElseThrow();
        draft.in.repeated = repeated || around != null && around.repeated;
        String last = row(draft.add("startEvent", id("start")), 1 + random.nextInt(3), depth + 1);
        end(last, depth + 1);
        if (random.nextInt(3) == 0) {
            eventSubprocess(depth + 1);
        }
        boolean acts = compensable.containsKey(scope);
        draft.in = around;
        if (repeated) {
            draft.find(scope).orElseThrow().inner = ArbitraryActivity.repeated(random.nextBoolean());
        }
        if (acts || random.nextInt(4) == 0) {
            compensable.computeIfAbsent(scope(), name -> new ArrayList<>()).add(scope);
        }
        activities.boundaries(scope, true);
        if (random.nextInt(6) == 0) {
            activities.handler(scope);
        }
        return scope;
    }

    private void eventSubprocess(int depth) {
        Draft.Part around = draft.in;
        String scope = draft.add("subProcess", id("on-event"), "triggeredByEvent=\"true\"", "");
        draft.in = draft.find(scope).orElseThrow();
        draft.in.repeated = around != null && around.repeated;
        int what = random.nextInt(4);
        boolean interrupts = what == 0 || random.nextInt(3) > 0;
        String event = what == 0 ? error() : what == 1 ? timer() : message();
        String start = draft.add("startEvent", id("start"), interrupts ? "" : "isInterrupting=\"false\"", event);
        end(row(start, random.nextInt(3), depth + 1), depth + 1);
        draft.in = around;
    }

    private void end(String from, int depth) {
        int kind = random.nextInt(depth == 0 ? 14 : 9);
        String inner = kind == 0 ? "<bpmn:terminateEventDefinition />" : kind == 1 && depth > 0 ? error() : kind == 2 ? "<bpmn:compensateEventDefinition />" : "";
        then(from, draft.add("endEvent", id("end"), "", inner));
    }

    private void redirect() {
        Draft.Arrow arrow = draft.arrows.get(random.nextInt(draft.arrows.size()));
        Draft.Part from = draft.find(arrow.from).orElseThrow();
        List<Draft.Part> targets = draft.parts.stream().filter(part -> part.parent == from.parent && !part.type.equals("startEvent") && !part.type.equals("boundaryEvent")
                && !part.attributes.contains("isForCompensation") && !part.attributes.contains("triggeredByEvent")
                && draft.arrows.stream().noneMatch(one -> one.to.equals(part.id) && one.from.startsWith("wait-"))).toList();
        if (!targets.isEmpty() && !from.type.equals("eventBasedGateway")) {
            arrow.to = targets.get(random.nextInt(targets.size())).id;
        }
    }

    String then(String from, String to) {
        draft.flow(from, to);
        return to;
    }

    String id(String word) {
        return (called ? "c-" : "") + word + "-" + (char) ('a' + number / 26) + (char) ('a' + number++ % 26);
    }

    String scope() {
        return name(draft.in);
    }

    private static String name(Draft.Part scope) {
        return scope == null ? "" : scope.id;
    }

    String error() {
        int code = random.nextInt(3);
        return code == 2 ? "<bpmn:errorEventDefinition errorRef=\"broken\" />" : "<bpmn:errorEventDefinition errorRef=\"failed\" />";
    }

    static String timer() {
        return "<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>";
    }

    String message() {
        return SmallPlaybook.message(List.of(Vocabulary.MESSAGE_RELEASE, Vocabulary.MESSAGE_KEEP, Vocabulary.MESSAGE_ROLLBACK).get(random.nextInt(3)));
    }
}
