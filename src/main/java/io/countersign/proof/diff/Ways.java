package io.countersign.proof.diff;

import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares where each landmark that both versions have leads, for all values of what the ways depend on. */
class Ways {

    private record Turn(Set<String> before, Set<String> now) {
    }

    private final Bundle before;
    private final Bundle now;
    private final Walk walkBefore;
    private final Walk walkNow;

    Ways(Bundle before, Bundle now, Passed passed) {
        this.before = before;
        this.now = now;
        this.walkBefore = new Walk(before.landmarks(), passed::before);
        this.walkNow = new Walk(now.landmarks(), passed::now);
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        now.landmarks().byKey().forEach((key, node) -> Optional.ofNullable(before.landmarks().byKey().get(key)).ifPresent(old -> changes.addAll(of(old, node))));
        return changes;
    }

    private List<Change> of(Node old, Node node) {
        Set<String> variables = new TreeSet<>(walkBefore.variables(old));
        variables.addAll(walkNow.variables(node));
        variables.removeIf(this::ofOneVersionOnly);
        Map<Turn, List<Map<String, Integer>>> turns = new LinkedHashMap<>();
        Optional<List<Map<String, Integer>>> all = Valuations.of(variables);
        if (all.isEmpty()) {
            return List.of(Change.gains(ChangeKind.UNKNOWN, node.id(), "Too much decides what comes after " + quoted(node) + " to compare it."));
        }
        for (Map<String, Integer> values : all.get()) {
            Turn turn = turn(old, node, values);
            if (!turn.before().equals(turn.now())) {
                turns.computeIfAbsent(turn, t -> new ArrayList<>()).add(values);
            }
        }
        return turns.entrySet().stream().map(turn -> judge(node, turn.getKey(), turn.getValue())).toList();
    }

    /** Of an action that came or went nothing is known where it is not: its ways lead past it. */
    private boolean ofOneVersionOnly(String variable) {
        int end = variable.lastIndexOf(' ');
        return end > 0 && !(before.actions().containsKey(variable.substring(0, end)) && now.actions().containsKey(variable.substring(0, end)));
    }

    /** What can happen while something is in force comes and goes by itself; elsewhere every new turn counts. */
    private Turn turn(Node old, Node node, Map<String, Integer> values) {
        Set<String> was = walkBefore.from(old, values);
        Set<String> is = walkNow.from(node, values);
        if (node.kind() == Kind.EVENT_GATEWAY && old.kind() == Kind.EVENT_GATEWAY) {
            was.retainAll(now.landmarks().byKey().keySet());
            is.retainAll(before.landmarks().byKey().keySet());
        }
        return new Turn(was, is);
    }

    private Change judge(Node from, Turn turn, List<Map<String, Integer>> when) {
        Optional<Integer> rankBefore = rank(from, turn.before(), before, now);
        Optional<Integer> rankNow = rank(from, turn.now(), now, before);
        String sentence = "After " + quoted(from) + when(when) + " comes " + names(turn.now(), now) + " instead of " + names(turn.before(), before) + ".";
        ChangeKind kind = Walk.asks(from) ? ChangeKind.TIER : from.duty() == Duty.KEEP ? ChangeKind.WAY_BACK : ChangeKind.ORDER;
        boolean keptOnlyForATime = from.duty() == Duty.KEEP && turn.now().stream().allMatch(key -> now.landmarks().byKey().get(key).kind() == Kind.EVENT_GATEWAY);
        boolean stricter = rankBefore.isPresent() && rankNow.isPresent() && rankNow.get() < rankBefore.get();
        return stricter || keptOnlyForATime ? Change.loses(kind, from.id(), sentence) : Change.gains(kind, from.id(), sentence);
    }

    /** How close to the effect a question leads: beside it 0, by hand 1, to a person 2, past the first person 3, to the effect 4. */
    private static Optional<Integer> rank(Node from, Set<String> targets, Bundle bundle, Bundle other) {
        boolean known = targets.stream().allMatch(key -> other.landmarks().byKey().containsKey(key) || about(from, bundle.landmarks().byKey().get(key)));
        if (!known || !Walk.asks(from) || from.action() == null || targets.isEmpty()) {
            return Optional.empty();
        }
        return targets.stream().map(key -> bundle.landmarks().byKey().get(key)).map(target -> rank(from, target)).max(Integer::compare);
    }

    private static int rank(Node from, Node target) {
        if (!about(from, target)) {
            return 0;
        }
        return switch (target.duty()) {
            case ACT -> 4;
            case APPROVE -> target.level() > from.level() + (from.duty() == Duty.APPROVE ? 1 : 0) ? 3 : 2;
            case BY_HAND -> 1;
            default -> 4;
        };
    }

    private static boolean about(Node from, Node target) {
        return from.action() != null && target.action() != null && target.action().activity().equals(from.action().activity());
    }

    private static String when(List<Map<String, Integer>> when) {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        when.forEach(values -> values.forEach((name, code) -> words.computeIfAbsent(name, n -> new TreeSet<>()).add(Valuations.field(name).value(code))));
        String text = words.entrySet().stream().filter(entry -> entry.getValue().size() <= Valuations.field(entry.getKey()).size())
                .map(entry -> Valuations.field(entry.getKey()).name().toLowerCase().replace('_', ' ') + " " + String.join(" or ", entry.getValue()))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    private static String names(Set<String> keys, Bundle bundle) {
        return keys.isEmpty() ? "nothing" : keys.stream().map(key -> quoted(bundle.landmarks().byKey().get(key))).collect(Collectors.joining(" and "));
    }

    static String quoted(Node node) {
        return "“" + node.name() + "”";
    }
}
