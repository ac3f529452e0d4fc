package io.countersign.playbook;

import io.countersign.action.RiskTier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every combination of the inputs of a risk decision, with the rules that match it. A rule matches when each of its cells
 * does, so each cell is asked once for each value and the answers are combined: millions of cases in a second.
 */
final class RiskSpace {

    private final List<String> inputs = new ArrayList<>();
    private final List<List<?>> values = new ArrayList<>();
    private final List<long[]> matching = new ArrayList<>();
    private final List<String> inputsOfTheTable;
    private final List<String> rules;
    private final List<RiskTier> tiers;

    /** @param values for each input, from what should be loosest */
    RiskSpace(DecisionFile decision, LinkedHashMap<String, List<?>> values) {
        this.inputsOfTheTable = decision.inputs();
        this.rules = decision.outputsOfEveryRule("rule");
        this.tiers = decision.outputsOfEveryRule("tier").stream().map(RiskTier::valueOf).toList();
        values.forEach((input, list) -> {
            DecisionFile blind = decision.lookingOnlyAt(input);
            inputs.add(input);
            this.values.add(list);
            matching.add(list.stream().mapToLong(value -> mask(blind, input, value)).toArray());
        });
    }

    private long mask(DecisionFile blind, String input, Object value) {
        Map<String, Object> facts = new HashMap<>();
        inputsOfTheTable.forEach(other -> facts.put(other, null));
        facts.put(input, value);
        return blind.evaluate(facts).stream().mapToInt(outputs -> rules.indexOf(outputs.get("rule"))).mapToLong(bit -> 1L << bit)
                .reduce(0, (one, other) -> one | other);
    }

    Stream<Point> points() {
        return IntStream.range(0, size()).mapToObj(this::point);
    }

    /** Some points, far apart and always the same. */
    Stream<Point> sample(int count) {
        return new Random(1).ints(count, 0, size()).mapToObj(this::point);
    }

    private int size() {
        return values.stream().mapToInt(List::size).reduce(1, Math::multiplyExact);
    }

    private Point point(int number) {
        int[] at = new int[inputs.size()];
        for (int i = 0, rest = number; i < at.length; rest /= values.get(i).size(), i++) {
            at[i] = rest % values.get(i).size();
        }
        return new Point(at);
    }

    /** One combination. */
    final class Point {

        private final int[] at;
        private final long mask;

        private Point(int[] at) {
            this.at = at;
            this.mask = IntStream.range(0, at.length).mapToLong(i -> matching.get(i)[at[i]]).reduce(-1L, (one, other) -> one & other);
        }

        Object value(String input) {
            int i = inputs.indexOf(input);
            return values.get(i).get(at[i]);
        }

        Map<String, Object> facts() {
            Map<String, Object> facts = new HashMap<>();
            inputs.forEach(input -> facts.put(input, value(input)));
            return facts;
        }

        List<String> rules() {
            return IntStream.range(0, rules.size()).filter(bit -> (mask >> bit & 1) == 1).mapToObj(rules::get).toList();
        }

        /** The strictest; {@code OBSERVE} where no rule matches. */
        RiskTier tier() {
            RiskTier strictest = RiskTier.OBSERVE;
            for (long rest = mask; rest != 0; rest &= rest - 1) {
                strictest = RiskTier.strictest(strictest, tiers.get(Long.numberOfTrailingZeros(rest)));
            }
            return strictest;
        }

        /** Whether the next looser value of this input gives a stricter tier. */
        boolean isLooserThanItShouldBe(String input) {
            int i = inputs.indexOf(input);
            return at[i] > 0 && moved(i, at[i] - 1).tier().stricterThan(tier());
        }

        Point with(String input, Object value) {
            int i = inputs.indexOf(input);
            return moved(i, values.get(i).indexOf(value));
        }

        private Point moved(int input, int to) {
            int[] there = at.clone();
            there[input] = to;
            return new Point(there);
        }

        @Override
        public String toString() {
            return facts() + " " + tier() + " " + rules();
        }
    }
}
