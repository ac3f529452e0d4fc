package io.countersign.proof.decision;

import static io.countersign.proof.decision.DecisionFinding.Kind.OUTPUT;

import io.countersign.action.RiskTier;
import io.countersign.action.RuleHit;
import io.countersign.action.RuleUnclear;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a rule answers: it must be readable, and say with its parts the same thing. */
final class OutputCheck {

    private final Set<String> teams;
    private final Findings findings;
    private final Set<String> names = new HashSet<>();

    /** @param teams that there are; empty if that is not known */
    OutputCheck(Set<String> teams, Findings findings) {
        this.teams = teams;
        this.findings = findings;
    }

    /** Empty, with a finding, if the product could not read the rule. */
    Optional<RuleHit> read(Sheet sheet, Sheet.Row row) {
        Map<String, Object> outputs = new HashMap<>();
        for (int column = 0; column < sheet.outputs().size(); column++) {
            String name = sheet.outputs().get(column).name();
            Sheet.Entry entry = row.outputs().get(column);
            Optional<Object> value = literal(entry.text());
            if (value.isEmpty() && !entry.text().isBlank()) {
                findings.error(OUTPUT, row.id(), "The output '" + name + "' is neither a text in quotes nor a whole number: " + entry.text().strip(), "Write a value, not an expression.");
                return Optional.empty();
            }
            outputs.put(name, value.orElse(null));
        }
        try {
            RuleHit hit = RuleHit.from(outputs);
            agree(hit, row.id());
            return Optional.of(hit);
        } catch (RuleUnclear unclear) {
            findings.error(OUTPUT, row.id(), "The output '" + unclear.output() + "' " + unclear.problem() + ". Whatever the rule matches would be denied.", "Mend the output " + unclear.output() + ".");
            return Optional.empty();
        }
    }

    private static Optional<Object> literal(String text) {
        return text.isBlank() ? Optional.empty() : Cell.read(text).filter(cell -> !cell.negated() && cell.tests().size() == 1).map(cell -> cell.tests().get(0))
                .filter(Cell.Same.class::isInstance).map(test -> ((Cell.Same) test).expected())
                .flatMap(value -> value instanceof BigDecimal number && number.stripTrailingZeros().scale() > 0 ? Optional.empty() : Optional.of(value));
    }

    private void agree(RuleHit hit, String element) {
        if (!names.add(hit.rule())) {
            findings.warning(OUTPUT, element, "Another rule is called " + hit.rule() + " too; a record that names it would not be clear.", "Give each rule a name of its own.");
        }
        if (hit.tier() == RiskTier.OBSERVE && hit.quorum() > 0) {
            findings.error(OUTPUT, element, hit.rule() + " says OBSERVE, which does nothing, and asks for approvals.", "Set the quorum to 0, or the tier to APPROVE.");
        } else if ((hit.tier().machineActs() || hit.tier() == RiskTier.OBSERVE) && hit.quorum() != expected(hit.tier())) {
            findings.warning(OUTPUT, element, hit.rule() + " says " + hit.tier() + " with a quorum of " + hit.quorum() + "; the stricter of the two counts.",
                    "Set the quorum to " + expected(hit.tier()) + ", or the tier to what the quorum means.");
        }
        if (hit.tier() == RiskTier.DUAL && hit.teams().stream().distinct().count() < 2) {
            findings.warning(OUTPUT, element, hit.rule() + " needs two teams and names one; the fallback teams are asked as well.", "Name two teams.");
        }
        if (hit.tier().machineActs() && hit.tier() != RiskTier.AUTONOMOUS && hit.expireAfter().compareTo(hit.escalateAfter()) <= 0) {
            findings.warning(OUTPUT, element, hit.rule() + " expires before it escalates.", "Make expireAfter longer than escalateAfter.");
        }
        List<String> unknown = teams.isEmpty() ? List.of() : hit.teams().stream().filter(team -> !team.equals("owner") && !teams.contains(team)).toList();
        if (!unknown.isEmpty()) {
            findings.warning(OUTPUT, element, hit.rule() + " asks a team that there is not: " + String.join(", ", unknown) + ".", "Name a team that exists, or owner for the team that owns the target.");
        }
    }

    private static int expected(RiskTier tier) {
        return tier == RiskTier.OBSERVE ? 0 : tier.quorum();
    }
}
