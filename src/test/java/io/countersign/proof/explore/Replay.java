package io.countersign.proof.explore;

import io.countersign.proof.Step;
import io.countersign.proof.net.Action;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Slice;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plays the whole game along a trace: whether there is a run that makes each of these steps and then that breach. Steps that matter to
 * the action have to come in the order of the trace. What a token passes in between, where nothing matters to the action, is told when
 * it comes out of there, so it has to come too, but may come earlier. Between all these other things may happen, in other branches.
 */
final class Replay {

    /** @param told how many of the steps that matter were made @param passed which of the others were, a bit for each */
    private record Point(State state, int told, long passed) {
        int far() {
            return told + Long.bitCount(passed);
        }
    }

    private static final int MOST = 200_000;

    private final Game game;
    private final Breach breach;
    private final List<Step> ordered;
    private final List<Step> passed;
    private final Set<Point> seen = new HashSet<>();
    /** The further a run has come along the trace, the sooner it is played on. */
    private final PriorityQueue<Point> work = new PriorityQueue<>(Comparator.comparingInt(point -> -point.far()));
    private boolean found;

    Replay(Net net, Exploration.Offence offence) {
        int lasting = (int) net.actions().stream().filter(Action::lasting).count();
        this.game = new Game(net, new View(net.actions(), lasting, false, false));
        this.breach = offence.breach();
        Set<String> matters = matters(net, breach).stream().filter(node -> node.kind() != Kind.REGION).map(Node::id).collect(Collectors.toSet());
        this.ordered = offence.trace().stream().filter(step -> matters.contains(step.element())).toList();
        this.passed = offence.trace().stream().filter(step -> !matters.contains(step.element())).toList();
        if (passed.size() >= Long.SIZE) {
            throw new IllegalArgumentException("So long a trace is not replayed: " + offence);
        }
    }

    /** Only what is about a single action was found in a slice. */
    private static List<Node> matters(Net net, Breach breach) {
        return breach.action() == null || breach.other() != null ? net.nodes() : new Slice(net, breach.action()).net().nodes();
    }

    /** Whether there is such a run. @throws AssertionError if there was too much to play, so that nothing is known */
    boolean succeeds() {
        game.initial().forEach(state -> reach(new Point(state, 0, 0)));
        while (!work.isEmpty() && !found) {
            if (seen.size() > MOST) {
                throw new AssertionError("The replay gave up after " + MOST + " states: " + breach);
            }
            play(work.poll());
        }
        return found;
    }

    private void play(Point at) {
        int[] steps = {0};
        boolean restless = java.util.Arrays.stream(at.state().tokens).anyMatch(game::restless);
        Game.Sink sink = (move, next, broken) -> {
            steps[0]++;
            take(at, move, next, broken);
        };
        for (int token : at.state().tokens) {
            if (!restless || game.restless(token)) {
                game.moves(at.state(), token, sink);
            }
        }
        if (!restless) {
            game.events(at.state(), sink);
        }
        found |= breach.kind() == Breach.Kind.STUCK && steps[0] == 0 && complete(at);
    }

    private void take(Point from, Move move, State next, List<Breach> broken) {
        int told = from.told();
        long made = from.passed();
        if (told < ordered.size() && tells(ordered.get(told), move)) {
            told++;
        }
        for (int i = 0; i < passed.size(); i++) {
            made |= tells(passed.get(i), move) ? 1L << i : 0;
        }
        Point to = new Point(next, told, made);
        found |= complete(to) && broken.stream().anyMatch(this::alike);
        reach(to);
    }

    private boolean complete(Point point) {
        return point.told() == ordered.size() && Long.bitCount(point.passed()) == passed.size();
    }

    private boolean alike(Breach one) {
        return one.kind() == breach.kind() && one.action() == breach.action() && one.other() == breach.other();
    }

    private boolean tells(Step step, Move move) {
        if (!step.element().equals(move.node().id())) {
            return false;
        }
        boolean onlyOrder = breach.other() != null && move.what() == Move.What.OUTCOME;
        return onlyOrder ? step.text().endsWith("CONFIRMED") == takesEffect(move) : move.step().text().startsWith(plain(step.text()));
    }

    /** Where only the order is followed, every outcome that may be an effect is told as a confirmed one. */
    private static boolean takesEffect(Move move) {
        return move.step().text().endsWith("CONFIRMED") || move.step().text().endsWith("UNKNOWN");
    }

    /** A flow without a name is told by where it leads, which in a slice may be further on. */
    private static String plain(String text) {
        return text.contains(": on to ") ? text.substring(0, text.indexOf(": on to ")) : text;
    }

    private void reach(Point point) {
        if (seen.add(point)) {
            work.add(point);
        }
    }
}
