package io.countersign.proof.decision;

import io.countersign.action.Reversibility;
import io.countersign.action.RiskTier;
import io.countersign.action.RuleHit;
import io.countersign.action.TierDecision;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** Evaluates a decision with the engine for every combination of values, one by one. */
final class BruteForce {

    private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final List<String> inputs;
    private final Map<Map<String, Object>, List<RuleHit>> hits = new LinkedHashMap<>();

    BruteForce(List<String> inputs, byte[] dmn) {
        this.inputs = inputs;
        DmnDecision decision = ENGINE.parseDecision("risk-tier", new ByteArrayInputStream(dmn));
        for (Map<String, Object> facts : combinations()) {
            hits.put(facts, ENGINE.evaluateDecisionTable(decision, facts).getResultList().stream().map(RuleHit::from).toList());
        }
    }

    private List<Map<String, Object>> combinations() {
        List<Map<String, Object>> all = List.of(new HashMap<>());
        for (String input : inputs) {
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> one : all) {
                for (Object value : Values.all(input)) {
                    Map<String, Object> more = new HashMap<>(one);
                    more.put(input, value);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    private boolean sent(Map<String, Object> facts) {
        return inputs.stream().allMatch(input -> facts.get(input) != null && Values.sent(input).contains(facts.get(input)));
    }

    private RiskTier tier(Map<String, Object> facts) {
        return TierDecision.of(Reversibility.valueOf((String) facts.getOrDefault("reversibility", "R1")), RiskTier.valueOf((String) facts.getOrDefault("agentCeiling", "HUMAN_ONLY")),
                hits.get(facts)).tier();
    }

    boolean hasGap() {
        return hits.keySet().stream().anyMatch(facts -> sent(facts) && !"CLOSED".equals(facts.get("ticketState")) && hits.get(facts).isEmpty());
    }

    /** The rules that are never the first of the strictest. */
    Set<String> idle(int rules) {
        Set<String> idle = new TreeSet<>();
        for (int rule = 1; rule <= rules; rule++) {
            idle.add("R" + rule);
        }
        hits.values().stream().filter(some -> !some.isEmpty())
                .forEach(some -> idle.remove(some.stream().reduce((one, other) -> other.tier().stricterThan(one.tier()) ? other : one).orElseThrow().rule()));
        return idle;
    }

    /** The inputs in which a graver value lowers the gate somewhere. */
    Set<String> lowered() {
        Set<String> lowered = new HashSet<>();
        for (String input : inputs) {
            for (Map<String, Object> lesser : hits.keySet()) {
                if (sent(lesser) && !lowered.contains(input) && Values.sent(input).stream().anyMatch(value -> lower(input, lesser, value))) {
                    lowered.add(input);
                }
            }
        }
        return lowered;
    }

    private boolean lower(String input, Map<String, Object> lesser, Object value) {
        if (!Values.graver(input, lesser.get(input), value) || hits.get(lesser).isEmpty()) {
            return false;
        }
        Map<String, Object> graver = new HashMap<>(lesser);
        graver.put(input, value);
        return tier(lesser) != RiskTier.OBSERVE && tier(graver) != RiskTier.OBSERVE && tier(lesser).stricterThan(tier(graver));
    }

    /** Every tier of the cases with these values, whatever the ceiling; {@code DENY} too. */
    Set<RiskTier> tiers(Reversibility reversibility, Map<String, Object> fixed) {
        Set<RiskTier> tiers = new TreeSet<>(Set.of(RiskTier.DENY));
        hits.forEach((facts, some) -> {
            if (sent(facts) && fixed.entrySet().stream().allMatch(one -> !facts.containsKey(one.getKey()) || Objects.equals(facts.get(one.getKey()), one.getValue()))) {
                for (RiskTier ceiling : RiskTier.values()) {
                    if (!facts.containsKey("agentCeiling") || facts.get("agentCeiling").equals(ceiling.name())) {
                        tiers.add(TierDecision.of(reversibility, ceiling, some).tier());
                    }
                }
            }
        });
        return tiers;
    }
}
