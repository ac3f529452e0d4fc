package io.countersign.proof.explore;

import io.countersign.action.Catalogues;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.NetReader;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.PlaybookXml;
import io.countersign.proof.net.Trigger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngineException;

/** Runs processes on the real engine and follows each with the game. */
final class Differential {

    static final int MOST_TURNS = 40;

    private final RealEngine real;
    final Map<String, Integer> counts = new TreeMap<>();
    /** What the engine did and the game does not allow, in full. */
    final List<String> differences = new ArrayList<>();

    Differential(RealEngine real) {
        this.real = real;
    }

    void compare(String words, Map<String, byte[]> files, String process, int walks, Random random) {
        Net net = NetReader.read(PlaybookXml.read(process + ".bpmn", files.get(process + ".bpmn")), Catalogues.shipped(),
                id -> Optional.ofNullable(files.get(id + ".bpmn")).map(bytes -> PlaybookXml.read(id + ".bpmn", bytes)));
        if (endless(net)) {
            add("left out: goes round without waiting");
            return;
        }
        String deployment;
        try {
            deployment = real.deploy(files);
        } catch (ProcessEngineException refused) {
            add("left out: not taken by the engine: " + shortened(refused.getMessage()));
            return;
        }
        add("models");
        for (int i = 0; i < walks; i++) {
            walk(words + " walk " + i, files, net, process, random);
        }
        real.forget(deployment);
    }

    private static String shortened(String message) {
        String plain = message.replaceAll("'[^']*'", "…").replaceAll("\\s+", " ").replaceAll("\\[[^\\]]*\\]", "").replaceAll("[^ ]*\\.bpmn.*", "");
        return plain.substring(0, Math.min(160, plain.length()));
    }

    private void walk(String words, Map<String, byte[]> files, Net net, String process, Random random) {
        List<Turn> turns = new EngineWalk(real, net, random).walk(process, MOST_TURNS);
        EngineAccount telling = new EngineAccount(net, turns);
        Follower follower = new Follower(net);
        add("walks");
        List<String> before = List.of();
        for (int at = 0; at < turns.size(); at++) {
            Turn turn = turns.get(at);
            Seen seen = telling.tell(turn);
            add("turns");
            if (outlived(net, turn.cause(), before)) {
                add("walks left where a timer outlived its activity");
                return;
            }
            before = seen.resting();
            if (seen.refused() != null && telling.sideBySide()) {
                add("turns refused in one of several instances, not judged");
            } else if (!follower.follow(seen)) {
                if (follower.beyondTheBound()) {
                    add("walks beyond the bound");
                } else {
                    differences.add(report(words, files, turns.subList(0, at + 1), seen, follower));
                }
                return;
            }
            if (seen.refused() != null && !telling.sideBySide()) {
                add("turns refused by both");
            }
        }
        add(turns.get(turns.size() - 1).running() ? "walks that did not end" : "walks to the end");
    }

    /** Camunda keeps, or makes again, a timer of a subprocess that completed and can be compensated; the game does not play that. */
    private static boolean outlived(Net net, String cause, List<String> resting) {
        Node event = net.find(cause).filter(node -> node.trigger() == Trigger.TIMER).orElse(null);
        if (event == null) {
            return false;
        }
        Node host = event.attachedTo() != null ? event.attachedTo() : event.scope().isEventScope() && event.kind() == Kind.START ? event.scope().parent().host() : null;
        return host != null && resting.stream().noneMatch(place -> place.equals(host.id()));
    }

    int count(String what) {
        return counts.getOrDefault(what, 0);
    }

    private void add(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private static String report(String words, Map<String, byte[]> files, List<Turn> turns, Seen seen, Follower follower) {
        StringBuilder report = new StringBuilder(words).append('\n');
        files.values().forEach(file -> report.append(new String(file, StandardCharsets.UTF_8)));
        for (Turn turn : turns) {
            report.append("* ").append(turn.cause().isEmpty() ? "start" : turn.cause()).append(turn.refused() == null ? "" : " refused: " + turn.refused())
                    .append(turn.pending().isEmpty() ? "" : " pending " + turn.pending()).append('\n');
            turn.events().forEach(event -> report.append("    ").append(event.what()).append(' ').append(event.activity()).append(' ').append(event.type())
                    .append(event.value() == 0 ? "" : " = " + event.value()).append('\n'));
        }
        return report.append("told: ").append(seen.done()).append(", resting at ").append(seen.resting()).append(" with ").append(seen.effects()).append(" in effect")
                .append(seen.running() ? "" : ", ended").append('\n').append("the game allowed ").append(follower.furthest()).append(" of it, then only ")
                .append(follower.offered()).toString();
    }

    /** The engine would never come back from a loop in which it waits for nothing. */
    private static boolean endless(Net net) {
        Map<Node, Integer> colours = new HashMap<>();
        return net.nodes().stream().anyMatch(node -> cycle(node, colours));
    }

    private static boolean cycle(Node node, Map<Node, Integer> colours) {
        if (node.kind() == Kind.WAIT || node.kind() == Kind.EVENT_GATEWAY) {
            return false;
        }
        Integer colour = colours.get(node);
        if (colour != null) {
            return colour == 1;
        }
        colours.put(node, 1);
        boolean found = node.outgoing().stream().anyMatch(flow -> cycle(flow.target(), colours)) || node.boundaries().stream().anyMatch(event -> cycle(event, colours));
        colours.put(node, 2);
        return found;
    }
}
