package io.countersign.proof.explore;

import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Node;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What an exploration found, made comparable with what another one found. */
final class Findings {

    /** Ends of one scope that end alike are one to the reduced exploration. */
    private record Key(Breach.Kind kind, String place, String action, String other, int value) {
    }

    private final Set<Key> keys = new HashSet<>();
    private final Set<String> dead;

    Findings(Exploration exploration) {
        exploration.offences().stream().map(Exploration.Offence::breach).map(Findings::key).forEach(keys::add);
        this.dead = exploration.dead().stream().map(Node::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Key key(Breach breach) {
        return new Key(breach.kind(), place(breach.node()), breach.action() == null ? "" : breach.action().activity(),
                breach.other() == null ? "" : breach.other().activity(), breach.value());
    }

    /** Whether this was found. */
    boolean knows(Breach breach) {
        return keys.contains(key(breach));
    }

    private static String place(Node node) {
        return node.kind() == Kind.END ? "an end in scope " + node.scope().index() : node.id();
    }

    boolean clean() {
        return keys.isEmpty() && dead.isEmpty();
    }

    Set<String> kinds() {
        return keys.stream().map(key -> key.kind().name()).collect(Collectors.toSet());
    }

    Set<String> dead() {
        return dead;
    }

    /**
     * What was found there and not here. That an effect is taken back before a later one is only looked for where the later one is taken
     * back at all; where it is not, that it is left has to be found. Where tokens run away is not compared, only that they do.
     */
    Set<String> lacks(Findings there) {
        return without(there.keys, key -> keys.contains(key) || key.kind() == Breach.Kind.NOT_IN_REVERSE && leaves(key.other())
                || key.kind() == Breach.Kind.TOO_MANY_TOKENS && kinds().contains(key.kind().name()));
    }

    private boolean leaves(String action) {
        return keys.stream().anyMatch(key -> key.action().equals(action) && (key.kind() == Breach.Kind.ENDED_WITH_IT || key.kind() == Breach.Kind.ROLLED_BACK_WITHOUT_IT));
    }

    private static Set<String> without(Set<Key> keys, Predicate<Key> known) {
        return keys.stream().filter(known.negate()).map(Key::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}
