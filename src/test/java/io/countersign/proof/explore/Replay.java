package io.countersign.proof.explore;

import io.countersign.proof.Step;
import io.countersign.proof.net.Net;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Plays the whole game along a trace: whether there is a run in which these steps happen in this order and then that breach. Between
 * them other things may happen, in other branches or to actions that the trace does not tell of.
 */
final class Replay {

    private record Point(State state, int told) {
    }

    private static final int MOST = 50_000;

    private final Game game;
    private final List<Step> trace;
    private final Breach breach;
    private final Set<Point> seen = new HashSet<>();
    /** The further a run has come along the trace, the sooner it is played on. */
    private final PriorityQueue<Point> work = new PriorityQueue<>(Comparator.comparingInt(point -> -point.told()));
    private boolean found;

    Replay(Net net, int lasting, List<Step> trace, Breach breach) {
        this.game = new Game(net, new View(net.actions(), lasting, false, false));
        this.trace = trace;
        this.breach = breach;
    }

    /** Whether there was too much to play; then nothing is known. */
    boolean gaveUp() {
        return !found && seen.size() >= MOST;
    }

    boolean succeeds() {
        game.initial().forEach(state -> reach(new Point(state, 0)));
        while (!work.isEmpty() && !found && seen.size() < MOST) {
            Point at = work.poll();
            boolean restless = false;
            for (int token : at.state().tokens) {
                restless |= game.restless(token);
            }
            for (int token : at.state().tokens) {
                if (!restless || game.restless(token)) {
                    game.moves(at.state(), token, (move, next, broken) -> take(at, move, next, broken));
                }
            }
            if (!restless) {
                game.events(at.state(), (move, next, broken) -> take(at, move, next, broken));
            }
            found |= breach.kind() == Breach.Kind.STUCK && at.told() == trace.size();
        }
        return found;
    }

    private void take(Point from, Move move, State next, List<Breach> broken) {
        int told = from.told();
        if (told < trace.size() && trace.get(told).element().equals(move.node().id()) && move.step().text().startsWith(plain(trace.get(told).text()))) {
            told++;
        }
        found |= told == trace.size() && broken.stream().anyMatch(one -> one.kind() == breach.kind() && one.action() == breach.action() && one.other() == breach.other());
        reach(new Point(next, told));
    }

    private static String plain(String text) {
        return text.contains(": on to ") ? text.substring(0, text.indexOf(": on to ")) : text;
    }

    private void reach(Point point) {
        if (seen.add(point)) {
            work.add(point);
        }
    }
}
