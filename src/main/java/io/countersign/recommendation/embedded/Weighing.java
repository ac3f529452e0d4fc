package io.countersign.recommendation.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How sure the recommender is of one proposal, and everything that moved it up or down. */
final class Weighing {

    private static final double LOWEST = 0.05;
    private static final double HIGHEST = 0.98;
    private static final Set<String> GRAVE = Set.of("HIGH", "CRITICAL");

    private final List<String> reasons = new ArrayList<>();
    private final List<String> against = new ArrayList<>();
    private double confidence;

    /** @param hints for the same action, the strongest first */
    Weighing(List<Knowledge.Hint> hints, Case seen, Case.Thing target) {
        this.confidence = hints.get(0).confidence();
        hints.stream().map(Knowledge.Hint::reason).distinct().forEach(reasons::add);
        severity(seen.incident().severity());
        agreement(seen);
        inventory(target);
    }

    private void severity(String severity) {
        switch (severity) {
            case "CRITICAL" -> speaksFor(0.10, "The incident is of critical severity.");
            case "HIGH" -> speaksFor(0.05, "The incident is of high severity.");
            case "MEDIUM" -> { }
            case "LOW" -> speaksAgainst(0.15, "The incident is of low severity.");
            default -> speaksAgainst(0.25, "The incident is only informational.");
        }
    }

    private void agreement(Case seen) {
        long sources = seen.alerts().stream().map(Case.Alert::source).distinct().count();
        int alerts = seen.incident().alertCount();
        if (sources > 1) {
            speaksFor(0.10, sources + " sources agree.");
        } else if (alerts >= 3) {
            speaksFor(0.05, alerts + " alerts agree, though all from one source.");
        } else if (alerts == 1 && !GRAVE.contains(seen.incident().severity())) {
            speaksAgainst(0.05, "There is one alert only, and not a grave one.");
        }
    }

    private void inventory(Case.Thing target) {
        Case.Inventory asset = target.asset();
        if (asset == null) {
            if (target.kind().equals("HOST") || target.kind().equals("ACCOUNT")) {
                speaksAgainst(0.10, "The inventory does not know it, so nobody can say what depends on it.");
            }
            return;
        }
        if (asset.shared()) {
            speaksAgainst(0.20, "Many share it, so others are hit as well.");
        }
        if (asset.criticality().equals("CRITICAL") || asset.criticality().equals("HIGH")) {
            speaksAgainst(0.10, "It is of " + asset.criticality().toLowerCase(Locale.ROOT) + " importance; a mistake would cost much.");
        }
    }

    private void speaksFor(double weight, String reason) {
        confidence += weight;
        reasons.add(reason);
    }

    private void speaksAgainst(double weight, String reason) {
        confidence -= weight;
        against.add(reason);
    }

    /** 0.05 to 0.98 in steps of one hundredth: nothing here is certain. */
    double confidence() {
        return Math.round(Math.max(LOWEST, Math.min(HIGHEST, confidence)) * 100) / 100.0;
    }

    List<String> reasons() {
        return reasons;
    }

    List<String> against() {
        return against;
    }
}
