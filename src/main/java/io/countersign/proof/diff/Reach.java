package io.countersign.proof.diff;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.RiskTier;
import io.countersign.proof.decision.DecisionAnalysis;
import io.countersign.proof.decision.DecisionReport;
import io.countersign.proof.net.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which tiers the risk decision can give to each action that both versions have. */
record Reach(Bundle before, Bundle now, ActionCatalogue catalogue) {

    private static final String FILE = DecisionAnalysis.RISK + ".dmn";

    List<Change> changes() {
        byte[] was = before.version().files().find(FILE).orElse(new byte[0]);
        byte[] is = now.version().files().find(FILE).orElse(new byte[0]);
        if (java.util.Arrays.equals(was, is)) {
            return List.of();
        }
        DecisionReport old = new DecisionAnalysis(catalogue, Set.of()).analyse(FILE, was);
        DecisionReport report = new DecisionAnalysis(catalogue, Set.of()).analyse(FILE, is);
        List<Change> changes = new ArrayList<>();
        now.net().actions().stream().filter(action -> before.actions().containsKey(action.activity())).forEach(action -> action.type().ifPresent(type ->
                compare(action, old.tiers(type), report.tiers(type), changes)));
        return changes;
    }

    private static void compare(Action action, Set<RiskTier> was, Set<RiskTier> is, List<Change> changes) {
        for (RiskTier tier : RiskTier.values()) {
            if (is.contains(tier) && !was.contains(tier)) {
                String sentence = "The decision can now give “" + action.activity() + "” the tier " + tier + ".";
                changes.add(tier.machineActs() ? Change.gains(ChangeKind.DECISION, action.activity(), sentence) : Change.neutral(ChangeKind.DECISION, action.activity(), sentence));
            } else if (was.contains(tier) && !is.contains(tier)) {
                changes.add(Change.neutral(ChangeKind.DECISION, action.activity(), "The decision gives “" + action.activity() + "” the tier " + tier + " no longer."));
            }
        }
    }
}
