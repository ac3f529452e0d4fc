package io.countersign.proof.diff;

import io.countersign.action.RiskTier;
import io.countersign.proof.ActionAuthority;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what the exploration saw: the tiers in which each action is entered, the approvals on the way, and what is in force before. */
record Tiers(Bundle before, Bundle now) {

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        if (!now.version().proof().holds()) {
            changes.add(Change.gains(ChangeKind.PROOF, "", "The new version is not proved: " + now.version().proof().findings().size() + " findings."));
        }
        Map<String, ActionAuthority> old = before.version().proof().actions().stream()
                .collect(Collectors.toMap(ActionAuthority::activity, Function.identity(), (one, other) -> one));
        now.version().proof().actions().stream().filter(action -> old.containsKey(action.activity()))
                .forEach(action -> compare(old.get(action.activity()), action, changes));
        return changes;
    }

    private void compare(ActionAuthority old, ActionAuthority action, List<Change> changes) {
        for (RiskTier tier : RiskTier.values()) {
            boolean was = old.approvals().containsKey(tier);
            boolean is = action.approvals().containsKey(tier);
            if (is && !was) {
                changes.add(Change.gains(ChangeKind.TIER, action.activity(), quoted(action) + " is now done in tier " + tier + "."));
            } else if (was && !is) {
                changes.add(Change.loses(ChangeKind.TIER, action.activity(), quoted(action) + " is no longer done in tier " + tier + "."));
            } else if (was) {
                approvals(old, action, tier, changes);
            }
        }
        Set<String> first = new TreeSet<>(action.after());
        first.removeAll(old.after());
        first.removeIf(activity -> !before.actions().containsKey(activity));
        first.forEach(activity -> changes.add(Change.gains(ChangeKind.ORDER, action.activity(), quoted(action) + " can now happen after “" + activity + "” took effect.")));
    }

    /** By how many and not by which: an approval that was only renamed is still the same. */
    private static void approvals(ActionAuthority old, ActionAuthority action, RiskTier tier, List<Change> changes) {
        int was = old.approvals().get(tier).size();
        int is = action.approvals().get(tier).size();
        if (was != is) {
            String sentence = quoted(action) + " passes " + is + " approvals in tier " + tier + " instead of " + was + ".";
            changes.add(is < was ? Change.gains(ChangeKind.APPROVAL, action.activity(), sentence) : Change.loses(ChangeKind.APPROVAL, action.activity(), sentence));
        }
    }

    private static String quoted(ActionAuthority action) {
        return "“" + action.name() + "”";
    }
}
