package io.countersign.connector.list;

import io.countersign.connector.Holding;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is seen of an entry: by {@link ListSettings.Effective}, whether we serve it, or whether a consumer has it from its latest pull. */
@Component
class ListLook {

    private final ListRows rows;
    private final ListPulls pulls;
    private final ListSettings settings;
    private final InstantSource clock;

    ListLook(ListRows rows, ListPulls pulls, ListSettings settings, InstantSource clock) {
        this.rows = rows;
        this.pulls = pulls;
        this.settings = settings;
        this.clock = clock;
    }

    String attribute() {
        return settings.effectiveWhen().attribute();
    }

    boolean inEffect(ListKind list, ListLine line) {
        return switch (settings.effectiveWhen()) {
            case LISTED -> rows.serves(list, line.text(), clock.instant());
            case PULLED -> pulls.have(list, line.text());
        };
    }

    List<Holding> holdings() {
        return rows.holdings(clock.instant());
    }
}
