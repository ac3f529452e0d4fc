package io.countersign.proof.explore;

import io.countersign.action.RiskTier;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Node;
import java.util.EnumMap;
import java.util.Map;

/** In which tiers a followed action was begun, and with which approvals: bit 0 the first, bit 1 the second. */
final class Entries {

    private final View view;
    private final Map<RiskTier, Integer> levels = new EnumMap<>(RiskTier.class);

    Entries(View view) {
        this.view = view;
    }

    void see(State from, State next, Game game) {
        if (view.actions().size() != 1 || view.onlyOrder()) {
            return;
        }
        for (int token : next.tokens) {
            Node node = game.node(token);
            int tier = Fact.TIER.of(next.facts[0]);
            if (node.is(Duty.ACT, view.actions().get(0)) && State.flags(token) == 0 && tier > 0 && !contains(from, token)) {
                int level = Fact.FIRST_APPROVAL.of(next.facts[0]) | Fact.SECOND_APPROVAL.of(next.facts[0]) << 1;
                levels.merge(RiskTier.values()[tier - 1], level, (one, other) -> one | other);
            }
        }
    }

    private static boolean contains(State state, int token) {
        return java.util.Arrays.binarySearch(state.tokens, token) >= 0;
    }

    Map<RiskTier, Integer> levels() {
        return levels;
    }
}
