package io.countersign.proof.explore;

import io.countersign.proof.net.Action;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** A state while a step changes it. */
final class Board {

    private static final int MOST_AT_ONE_PLACE = 3;
    private static final int MOST_IN_REGION = 64;
    private static final int DIGIT = 6;

    final List<Breach> breaches = new ArrayList<>(2);
    final long[] facts;
    private final Game game;
    private int[] tokens;
    private int count;
    private long order;

    Board(Game game, State state) {
        this.game = game;
        this.tokens = Arrays.copyOf(state.tokens, state.tokens.length + 4);
        this.count = state.tokens.length;
        this.facts = state.facts.clone();
        this.order = state.order;
    }

    /** The state after the step, without what is never read again. */
    State state() {
        int[] sorted = Arrays.copyOf(tokens, count);
        Arrays.sort(sorted);
        game.forget(sorted, facts);
        return new State(sorted, facts, order);
    }

    /** As it is in the middle of a step: nothing is forgotten, for the tokens that will need it have not come yet. */
    State now() {
        int[] sorted = Arrays.copyOf(tokens, count);
        Arrays.sort(sorted);
        return new State(sorted, facts.clone(), order);
    }

    Game game() {
        return game;
    }

    Node node(int token) {
        return game.net().nodes().get(State.node(token));
    }

    void add(int token) {
        if (count == tokens.length) {
            tokens = Arrays.copyOf(tokens, count + 8);
        }
        tokens[count++] = token;
        Node node = node(token);
        if (count(other -> other == token) > most(node, token)) {
            breaches.add(Breach.of(Breach.Kind.TOO_MANY_TOKENS, node, null));
        }
    }

    /** A join holds what it waits for, a region stands for many places, and of a scope one instance at a time is followed. */
    private static int most(Node node, int token) {
        return node.kind() == Kind.SCOPE && State.waits(token) ? 1 : node.kind() == Kind.REGION ? MOST_IN_REGION : Math.max(MOST_AT_ONE_PLACE, State.waits(token) ? node.incoming() : 0);
    }

    void arrive(Node node) {
        add(State.token(node.index(), 0));
        begin(node);
    }

    /** What must be so when an action begins is looked at when its token arrives, and again when the engine has come to it. */
    void begin(Node node) {
        if (game.view().follows(node.action()) && !game.view().onlyOrder()) {
            Entry.check(this, node, game.view().place(node.action()));
        }
    }

    void remove(int token) {
        for (int i = 0; i < count; i++) {
            if (tokens[i] == token) {
                tokens[i] = tokens[--count];
                return;
            }
        }
        throw new IllegalStateException("no token " + token);
    }

    void replace(int token, int by) {
        remove(token);
        add(by);
    }

    int count(IntPredicate which) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += which.test(tokens[i]) ? 1 : 0;
        }
        return found;
    }

    int[] tokens() {
        return Arrays.copyOf(tokens, count);
    }


    void set(int place, Fact fact, int value) {
        facts[place] = fact.set(facts[place], value);
    }

    boolean is(int place, Fact fact, int value) {
        return fact.of(facts[place]) == value;
    }

    void setAll(Fact fact, int value) {
        for (int place = 0; place < facts.length; place++) {
            set(place, fact, value);
        }
    }

    void breach(Breach.Kind kind, Node node, int place) {
        breaches.add(Breach.of(kind, node, place < 0 ? null : game.view().actions().get(place)));
    }

    /** The effect is the latest one now. */
    void tookEffect(int place) {
        game.tookEffect(place, this);
        takenBack(place);
        if (game.view().actions().size() > 1) {
            order |= (long) (place + 1) << digits() * DIGIT;
        }
    }

    void takenBack(int place) {
        long kept = 0;
        int to = 0;
        for (int at = 0; at < digits(); at++) {
            long digit = order >>> at * DIGIT & (1 << DIGIT) - 1;
            if (digit != place + 1) {
                kept |= digit << to++ * DIGIT;
            }
        }
        order = kept;
    }

    /** Those in force that took effect after this one. */
    List<Action> later(int place) {
        List<Action> later = new ArrayList<>();
        boolean found = false;
        for (int at = 0; at < digits(); at++) {
            int digit = (int) (order >>> at * DIGIT & (1 << DIGIT) - 1);
            if (found) {
                later.add(game.view().actions().get(digit - 1));
            }
            found |= digit == place + 1;
        }
        return later;
    }

    private int digits() {
        return (Long.SIZE - Long.numberOfLeadingZeros(order) + DIGIT - 1) / DIGIT;
    }
}
