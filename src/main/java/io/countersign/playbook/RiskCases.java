package io.countersign.playbook;

import io.countersign.action.ActionType;
import io.countersign.action.RiskTier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every case of one action that the risk decision can tell apart: each set of rules that can match together. */
final class RiskCases {

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final double STEP = 0.0001;

    private final List<List<BitSet>> leftByInput = new ArrayList<>();

    RiskCases(RuleCells cells, ActionType type) {
        cells.inputs().forEach((input, listed) -> leftByInput.add(
                values(cells, input, listed, type).stream().map(value -> cells.leftBy(input, value)).distinct().toList()));
    }

    /** Tells each set of rules once; none at all if the table lists no values for an input that we do not know. */
    void each(Consumer<BitSet> matching) {
        leftByInput.stream().map(Set::copyOf).reduce(RiskCases::combined).orElse(Set.of()).forEach(matching);
    }

    private static Set<BitSet> combined(Set<BitSet> cases, Set<BitSet> choices) {
        Set<BitSet> both = new HashSet<>();
        for (BitSet one : cases) {
            for (BitSet other : choices) {
                BitSet left = (BitSet) one.clone();
                left.and(other);
                both.add(left);
            }
        }
        return both;
    }

    private static List<?> values(RuleCells cells, String input, List<String> listed, ActionType type) {
        return switch (input) {
            case "actionType" -> List.of(type.id());
            case "reversibility" -> List.of(type.reversibility().name());
            case "targetKind" -> List.of(type.targetKind().name());
            case "ticketState" -> List.of("OPEN", "IN_PROGRESS");
            case "agentCeiling" -> List.of(RiskTier.DUAL.name());
            case "confidence" -> List.copyOf(limits(cells.cells(input)));
            default -> listed;
        };
    }

    /** From nothing to certainty, with each number that a rule names and what lies just beside it. */
    private static Set<Double> limits(List<String> cells) {
        Set<Double> limits = new TreeSet<>(Set.of(0.0, 1.0));
        for (String cell : cells) {
            for (Matcher number = NUMBER.matcher(cell); number.find(); ) {
                double limit = Double.parseDouble(number.group());
                limits.addAll(List.of(Math.max(0, limit - STEP), limit, Math.min(1, limit + STEP)));
            }
        }
        return limits;
    }
}
