package io.countersign.proof.explore;

import io.countersign.proof.net.Action;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Plays the whole game along what the engine did: all states in which it can be after the steps that were seen. */
final class Follower {

    private record Point(State state, int told) {
    }

    private static final int MOST = 200_000;

    private final Game game;
    private final Net net;
    private Set<State> states = new HashSet<>();
    private boolean beyond;
    private int furthest;
    private int steps;
    private final Set<String> offered = new TreeSet<>();

    Follower(Net net) {
        this.net = net;
        this.game = new Game(net, new View(net.actions(), (int) net.actions().stream().filter(Action::lasting).count(), false, false));
    }

    /** Whether a step led to more tokens at one place than are followed; such a playbook is refused. */
    boolean beyondTheBound() {
        return beyond;
    }

    /** How many of the nodes that completed were allowed before the last step was not. */
    int furthest() {
        return furthest;
    }

    /** What the game would have allowed there. */
    Set<String> offered() {
        return offered;
    }

    Set<State> states() {
        return states;
    }

    /** @return whether the game allows it; if not, nothing can be followed any more */
    boolean follow(Seen seen) {
        furthest = 0;
        offered.clear();
        if (seen.refused() != null) {
            return refuses(seen);
        }
        if (!seen.cause().isEmpty() && seen.done().isEmpty() && states.stream().anyMatch(state -> rests(state, seen))) {
            Set<State> kept = new HashSet<>(states);
            kept.removeIf(state -> !rests(state, seen));
            kept.addAll(after(seen));
            states = kept;
            return true;
        }
        states = after(seen);
        return !states.isEmpty();
    }

    private Set<State> after(Seen seen) {
        Deque<Point> work = new ArrayDeque<>();
        Set<Point> known = new HashSet<>();
        Set<State> found = new HashSet<>();
        begin(seen, work, known);
        while (!work.isEmpty() && known.size() < MOST) {
            Point at = work.pop();
            if (restless(at.state())) {
                eachToken(at.state(), token -> game.restless(token), token -> step(at, token, seen, work, known));
            } else {
                settled(at, seen, found);
                eachToken(at.state(), token -> game.node(token).kind() == Kind.COMPENSATE, token -> step(at, token, seen, work, known));
            }
        }
        beyond |= known.size() >= MOST;
        return found;
    }

    private void settled(Point at, Seen seen, Set<State> found) {
        if (at.told() == seen.done().size() && rests(at.state(), seen)) {
            found.add(at.state());
        } else if (at.told() >= furthest) {
            more(at.told(), "rest at " + resting(at.state()) + " with " + effects(at.state()) + " in effect");
        }
    }

    private boolean rests(State state, Seen seen) {
        return resting(state).equals(seen.resting()) && effects(state).equals(seen.effects()) && state.ended() != seen.running();
    }

    private void begin(Seen seen, Deque<Point> work, Set<Point> known) {
        if (seen.cause().isEmpty()) {
            game.initial().forEach(state -> push(new Point(state, 0), work, known));
        }
        for (State state : states) {
            if (net.find(seen.cause()).filter(node -> EngineAccount.unplayed(net, node)).isPresent()) {
                push(new Point(state, 0), work, known);
            }
            eachToken(state, token -> true, token -> game.moves(state, token, (move, next, broken) -> {
                if (move.node().id().equals(seen.cause())) {
                    take(new Point(state, 0), token, move, next, broken, seen, work, known);
                }
            }));
            game.events(state, (move, next, broken) -> {
                boolean tooMany = broken.stream().anyMatch(breach -> breach.kind() == Breach.Kind.TOO_MANY_TOKENS);
                if (move.node().id().equals(seen.cause()) && !tooMany) {
                    push(new Point(next, 0), work, known);
                }
                beyond |= tooMany && move.node().id().equals(seen.cause());
            });
        }
    }

    private void step(Point at, int token, Seen seen, Deque<Point> work, Set<Point> known) {
        game.moves(at.state(), token, (move, next, broken) -> take(at, token, move, next, broken, seen, work, known));
    }

    private void take(Point at, int token, Move move, State next, List<Breach> broken, Seen seen, Deque<Point> work, Set<Point> known) {
        if (broken.stream().anyMatch(breach -> breach.kind() == Breach.Kind.TOO_MANY_TOKENS)) {
            beyond = true;
            return;
        }
        int told = at.told();
        if (Labels.completes(game, at.state(), token, move, next)) {
            if (told == seen.done().size() || !Labels.same(move, seen.done().get(told))) {
                more(told, Labels.of(move));
                return;
            }
            told++;
        }
        push(new Point(next, told), work, known);
    }

    private void more(int told, String offer) {
        if (told > furthest) {
            furthest = told;
            offered.clear();
        }
        if (told == furthest) {
            offered.add(offer);
        }
    }

    private static void push(Point point, Deque<Point> work, Set<Point> known) {
        if (known.add(point)) {
            work.push(point);
        }
    }

    /** The engine rolls a transaction back where the game is stuck in the middle of it. */
    private boolean refuses(Seen seen) {
        Deque<State> work = new ArrayDeque<>();
        Set<State> known = new HashSet<>();
        if (seen.cause().isEmpty()) {
            game.initial().stream().filter(known::add).forEach(work::push);
        }
        states.forEach(state -> {
            eachToken(state, token -> true, token -> game.moves(state, token, (move, next, broken) -> pushIfCaused(seen, move, next, work, known)));
            game.events(state, (move, next, broken) -> pushIfCaused(seen, move, next, work, known));
        });
        while (!work.isEmpty() && known.size() < MOST) {
            State state = work.pop();
            int before = steps;
            boolean restless = restless(state);
            eachToken(state, token -> restless ? game.restless(token) : game.node(token).kind() == Kind.COMPENSATE, token -> game.moves(state, token, (move, next, broken) -> {
                steps++;
                if (known.add(next)) {
                    work.push(next);
                }
            }));
            if (steps == before && restless) {
                return true;
            }
        }
        return false;
    }

    private static void pushIfCaused(Seen seen, Move move, State next, Deque<State> work, Set<State> known) {
        if (move.node().id().equals(seen.cause()) && known.add(next)) {
            work.push(next);
        }
    }

    private boolean restless(State state) {
        return Arrays.stream(state.tokens).anyMatch(game::restless);
    }

    private static void eachToken(State state, java.util.function.IntPredicate which, java.util.function.IntConsumer todo) {
        Arrays.stream(state.tokens).distinct().filter(which).forEach(todo);
    }

    List<String> resting(State state) {
        return Arrays.stream(state.tokens).mapToObj(this::place).sorted().toList();
    }

    private String place(int token) {
        Node node = game.node(token);
        boolean before = node.asyncBefore() && State.flags(token) == 0;
        return node.id() + (before ? "@async-before" : State.done(token) ? "@async-after" : "");
    }

    private Set<String> effects(State state) {
        Set<String> effects = new HashSet<>();
        for (int place = 0; place < state.facts.length; place++) {
            if (Fact.EFFECT.of(state.facts[place]) == Fact.EFFECTIVE) {
                effects.add(net.actions().get(place).activity());
            }
        }
        return effects;
    }
}
