package io.countersign.playbook;

import io.countersign.action.RiskTier;
import io.countersign.policy.RiskVerdict;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects verdicts by tier. */
final class Reached {

    private final Map<RiskTier, Collection<String>> teams = new TreeMap<>();
    private final Map<RiskTier, Collection<String>> rules = new TreeMap<>();
    private final Map<RiskTier, Duration> leases = new TreeMap<>();

    void add(RiskVerdict verdict) {
        teams.computeIfAbsent(verdict.tier(), tier -> new TreeSet<>()).addAll(verdict.teams());
        rules.computeIfAbsent(verdict.tier(), tier -> new TreeSet<>()).add(verdict.rule());
        leases.merge(verdict.tier(), verdict.lease(), (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** The loosest tier first. */
    List<AuthorityRow.Reach> tiers() {
        return teams.keySet().stream()
                .map(tier -> new AuthorityRow.Reach(tier, List.copyOf(teams.get(tier)), List.copyOf(rules.get(tier)), leases.get(tier))).toList();
    }
}
