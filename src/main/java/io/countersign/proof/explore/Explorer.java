package io.countersign.proof.explore;

import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Breadth first through every state of one view, so that the first way to a breach is a shortest one. Where a view is reduced, steps
 * that commute with all others are taken alone (an ample set, with the proviso that such a step leads to something new; see
 * {@link Ample}); that this loses no breach is tested against full explorations of generated playbooks.
 */
final class Explorer {

    /** Where tokens run away the playbook is refused, and there is no end; so many states are enough to see what else is wrong. */
    private static final int MOST_ONCE_TOKENS_RUN_AWAY = 20_000;

    private final Game game;
    private final Net net;
    private final Budget budget;
    private final Ample ample;
    private final Map<State, Integer> known = new HashMap<>();
    private final List<State> states = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private int[] parents = new int[256];
    private final Map<Breach, End> breaches = new LinkedHashMap<>();
    private final BitSet visited = new BitSet();
    private final Entries entries;
    private final Crossing crossing;
    private boolean news;
    private boolean tokensRunAway;

    Explorer(Net net, View view, Budget budget) {
        this.net = net;
        this.game = new Game(net, view);
        this.budget = budget;
        this.ample = view.reduced() ? new Ample(net, view) : null;
        this.entries = new Entries(view);
        this.crossing = new Crossing(net);
    }

    /** The state in which something was wrong, and the step that was; null if no step was possible. */
    private record End(int state, Move move) {
    }

    /** One breach with the way to it. */
    record Found(Breach breach, List<Move> way) {
    }

    record Result(List<Found> found, BitSet visited, Entries entries, java.util.Set<Game.After> after, boolean crossing, boolean complete) {
    }

    Result explore() {
        game.initial().forEach(state -> discover(state, -1, null));
        boolean complete = true;
        for (int at = 0; at < states.size() && complete; at++) {
            expand(at);
            complete = budget.spend() && !(tokensRunAway && at > MOST_ONCE_TOKENS_RUN_AWAY);
        }
        List<Found> found = breaches.entrySet().stream().map(entry -> new Found(entry.getKey(), way(entry.getValue()))).toList();
        return new Result(found, visited, entries, game.after(), crossing.seen(), complete);
    }

    private void expand(int at) {
        State state = states.get(at);
        if (state.ended()) {
            return;
        }
        int[] restless = java.util.Arrays.stream(state.tokens).filter(game::restless).toArray();
        int[] candidates = restless.length > 0 ? restless : state.tokens;
        if (alone(state, candidates, at)) {
            return;
        }
        int steps = 0;
        int before = -1;
        for (int token : candidates) {
            if (token != before) {
                steps += step(state, token, at);
            }
            before = token;
        }
        if (restless.length == 0) {
            int[] count = {0};
            game.events(state, (move, next, broken) -> {
                count[0]++;
                take(at, move, next, broken);
            });
            steps += count[0];
        }
        if (steps == 0) {
            stuck(state, at);
        }
    }

    private boolean alone(State state, int[] candidates, int at) {
        if (ample == null || candidates.length == 1 && !game.restless(candidates[0])) {
            return false;
        }
        for (int token : candidates) {
            if (ample.commutes(state, token, game) && (game.restless(token) || endsQuietly(state, token))) {
                news = false;
                if (step(state, token, at) > 0 && news) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What rested goes on until it rests again before anything can interrupt it; that has to commute too. */
    private boolean endsQuietly(State state, int token) {
        java.util.Set<State> seen = new java.util.HashSet<>();
        java.util.Deque<State> work = new java.util.ArrayDeque<>();
        game.moves(state, token, (move, next, broken) -> work.add(next));
        while (!work.isEmpty()) {
            State at = work.poll();
            for (int other : at.tokens) {
                if (game.restless(other) && seen.add(at)) {
                    if (!ample.commutes(at, other, game)) {
                        return false;
                    }
                    game.moves(at, other, (move, next, broken) -> work.add(next));
                }
            }
        }
        return true;
    }

    private int step(State state, int token, int at) {
        int[] count = {0};
        game.moves(state, token, (move, next, broken) -> {
            count[0]++;
            take(at, move, next, broken);
        });
        return count[0];
    }

    private void take(int from, Move move, State next, List<Breach> broken) {
        visited.set(move.node().index());
        for (Breach breach : broken) {
            report(breach, from, move);
        }
        if (broken.stream().anyMatch(breach -> breach.kind() == Breach.Kind.TOO_MANY_TOKENS)) {
            tokensRunAway = true;
        } else {
            entries.see(states.get(from), next, game);
            discover(next, from, move);
        }
    }

    private void report(Breach breach, int from, Move move) {
        breaches.putIfAbsent(breach, new End(from, move));
    }

    private void discover(State state, int parent, Move move) {
        Integer index = known.putIfAbsent(state, states.size());
        if (index == null) {
            if (states.size() == parents.length) {
                parents = java.util.Arrays.copyOf(parents, parents.length * 2);
            }
            parents[states.size()] = parent;
            states.add(state);
            moves.add(move);
            news = true;
            crossing.see(state);
            for (int token : state.tokens) {
                visited.set(State.node(token));
            }
        }
    }

    private void stuck(State state, int at) {
        boolean refused = java.util.Arrays.stream(state.tokens).anyMatch(game::restless);
        for (int token : state.tokens) {
            Node node = game.node(token);
            if (refused && !game.restless(token)) {
                continue;
            }
            if (node.duty() != Duty.NONE || node.kind() != io.countersign.proof.net.Kind.REGION) {
                report(Breach.of(Breach.Kind.STUCK, node, null), at, null);
            }
        }
    }

    private List<Move> way(End end) {
        List<Move> way = new ArrayList<>();
        if (end.move() != null) {
            way.add(end.move());
        }
        for (int at = end.state(); at >= 0 && moves.get(at) != null; at = parents[at]) {
            way.add(0, moves.get(at));
        }
        return way;
    }
}
