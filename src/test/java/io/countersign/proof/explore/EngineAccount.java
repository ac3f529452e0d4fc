package io.countersign.proof.explore;

import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells what the engine did in the words of the game, turn by turn. Where the game keeps one token for several instances of the engine, one
 * instance stands for all: of a repeated activity the body, of a subprocess repeated side by side the instance in which something
 * happened last, of the handlers of an action that was tried several times the one that ends last. Event subprocesses hold no token of
 * their own, and handlers of what is no action are not played.
 */
final class EngineAccount {

    private static final String BODY = "#multiInstanceBody";

    private final Net net;
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, EngineEvent> started = new HashMap<>();
    private final Map<String, String> lastInBody = new HashMap<>();
    private final Set<String> completed = new HashSet<>();
    private final Map<String, EngineEvent> open = new TreeMap<>();

    EngineAccount(Net net, List<Turn> turns) {
        this.net = net;
        net.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
        turns.forEach(turn -> turn.events().forEach(this::note));
        turns.forEach(turn -> turn.events().forEach(this::choose));
    }

    private void note(EngineEvent event) {
        started.putIfAbsent(event.instance(), event);
        if (event.what() == EngineEvent.What.COMPLETED) {
            completed.add(event.instance());
        }
    }

    /** An instance that never completed stands for all; else the one in which something completed last. */
    private void choose(EngineEvent event) {
        for (EngineEvent at = event; at != null && event.what() != EngineEvent.What.CANCELLED; at = started.get(at.parent())) {
            EngineEvent body = started.get(at.parent());
            if (body != null && body.activity().endsWith(BODY)) {
                String chosen = lastInBody.get(body.instance());
                if (chosen == null || completed.contains(chosen) || !completed.contains(at.instance())) {
                    lastInBody.put(body.instance(), at.instance());
                }
            }
        }
    }

    /** Whether a subprocess repeated side by side is open: then what the engine refuses may have happened in an instance that is not told. */
    boolean sideBySide() {
        return open.values().stream().anyMatch(event -> event.activity().endsWith(BODY) && node(event).kind() == Kind.SCOPE && sideBySide(event));
    }

    Seen tell(Turn turn) {
        List<Seen.Done> done = new ArrayList<>();
        for (EngineEvent event : turn.events()) {
            if (event.what() == EngineEvent.What.STARTED) {
                open.put(event.instance(), event);
            } else {
                open.remove(event.instance());
            }
            if (event.what() == EngineEvent.What.COMPLETED && told(event) && completes(node(event)) && !handledAgain(event)) {
                done.add(new Seen.Done(node(event).id(), event.value()));
            }
        }
        List<String> resting = new ArrayList<>();
        open.values().stream().filter(this::told).filter(event -> !(isHandler(node(event)) && resting.contains(node(event).id())))
                .forEach(event -> resting.add(node(event).id()));
        turn.pending().stream().map(EngineStimuli::plain).filter(id -> !unplayed(net, nodes.get(id.replaceAll("@.*", "")))).forEach(resting::add);
        return new Seen(turn.cause(), done, resting.stream().sorted().toList(), turn.effects(), turn.running(), turn.refused());
    }

    private Node node(EngineEvent event) {
        return nodes.get(EngineStimuli.plain(event.activity()));
    }

    /** Whether the game has a token for this instance. */
    private boolean told(EngineEvent event) {
        Node node = node(event);
        if (node == null || node.kind() == Kind.EVENT_SCOPE || unplayed(net, node)) {
            return false;
        }
        for (EngineEvent at = event; at != null; at = started.get(at.parent())) {
            EngineEvent around = started.get(at.parent());
            if (around != null && around.activity().endsWith(BODY) && (at == event || sideBySide(around) && !at.instance().equals(lastInBody.get(around.instance())))) {
                return false;
            }
        }
        return true;
    }

    private boolean sideBySide(EngineEvent body) {
        return io.countersign.proof.net.FileXml.childEnding(node(body).element(), "LoopCharacteristics").filter(loop -> !"true".equals(loop.getAttribute("isSequential"))).isPresent();
    }

    /** Joins tell only how many wait at them; an error end interrupts itself. */
    private static boolean completes(Node node) {
        return node.kind() != Kind.ERROR_END && !(node.kind() == Kind.SCOPE && node.asyncAfter()) && !((node.kind() == Kind.AND || node.kind() == Kind.OR) && node.incoming() > 1);
    }

    private boolean handledAgain(EngineEvent event) {
        return isHandler(node(event)) && open.values().stream().anyMatch(other -> other.activity().equals(event.activity()));
    }

    private static boolean isHandler(Node node) {
        return node.forCompensation();
    }

    /** The handlers of what is no action are not played. */
    static boolean unplayed(Net net, Node node) {
        for (Node at = node; at != null; at = at.scope().host()) {
            Node handler = at;
            if (handler.forCompensation()) {
                return net.nodes().stream().noneMatch(host -> host.handler() == handler && host.duty() == Duty.ACT);
            }
        }
        return false;
    }
}
