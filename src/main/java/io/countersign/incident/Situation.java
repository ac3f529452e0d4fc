package io.countersign.incident;

import io.countersign.action.NetworkAddress;
import io.countersign.incident.intake.Joins;
import io.countersign.incident.intake.Mention;
import io.countersign.incident.intake.NormalizedAlert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an alert means here: its observables seen with the inventory at hand, and the environment and team they belong to.
 *
 * @param team of the gravest asset named, or null if none is known
 */
record Situation(List<Sighting> sightings, Environment environment, String team) {

    /** An alert that names more than this joins by the first ones only: each costs a lock. */
    private static final int MOST_JOINING = 50;

    /** Highest environment first, then what it would hurt most to lose; unknown counts as grave. */
    private static final Comparator<Asset> GRAVEST = Comparator.comparing(Asset::environment)
            .thenComparing(Asset::criticality, Comparator.reverseOrder()).thenComparing(Asset::value);

    static Situation of(NormalizedAlert alert, List<Asset> known) {
        boolean outbound = alert.mentions().stream().anyMatch(mention -> mention.joins() == Joins.ALWAYS
                && mention.kind() == ObservableKind.ADDRESS && internal(mention, asset(mention, known)));
        List<Sighting> sightings = new ArrayList<>();
        if (alert.caseKey() != null) {
            sightings.add(new Sighting(Sighting.CASE, alert.caseKey(), false, true));
        }
        for (Mention mention : alert.mentions()) {
            Optional<Asset> asset = asset(mention, known);
            boolean joins = joins(mention, asset, outbound) && sightings.stream().filter(Sighting::joins).count() < MOST_JOINING;
            sightings.add(new Sighting(mention.kind().name(), mention.value(), internal(mention, asset), joins));
        }
        Optional<Asset> gravest = known.stream().min(GRAVEST);
        return new Situation(List.copyOf(sightings), gravest.map(Asset::environment).orElse(Environment.UNKNOWN),
                gravest.map(Asset::team).orElse(null));
    }

    List<Sighting> joining() {
        return sightings.stream().filter(Sighting::joins).toList();
    }

    private static boolean joins(Mention mention, Optional<Asset> asset, boolean outbound) {
        boolean farEndOfOurs = mention.joins() == Joins.WHEN_OUTBOUND && outbound && !internal(mention, asset);
        return (mention.joins() == Joins.ALWAYS || farEndOfOurs) && !asset.map(Asset::shared).orElse(false);
    }

    private static boolean internal(Mention mention, Optional<Asset> asset) {
        return asset.isPresent() || mention.kind() == ObservableKind.ADDRESS
                && NetworkAddress.parse(mention.value()).map(NetworkAddress::internal).orElse(false);
    }

    private static Optional<Asset> asset(Mention mention, List<Asset> known) {
        return known.stream().filter(asset -> asset.kind() == mention.kind() && asset.value().equals(mention.value())).findFirst();
    }
}
