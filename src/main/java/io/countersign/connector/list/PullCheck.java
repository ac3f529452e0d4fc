package io.countersign.connector.list;

import io.countersign.connector.ConnectorSettings;
import io.countersign.connector.SelfCheck;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whether somebody acts on the lists: each list that an action is routed to, or all if none is, was pulled by a consumer not long ago, and
 * has room. It names who pulled, and when.
 */
@Component
class PullCheck {

    private final ListRows rows;
    private final ListPulls pulls;
    private final ListSettings settings;
    private final ConnectorSettings connectors;
    private final InstantSource clock;

    PullCheck(ListRows rows, ListPulls pulls, ListSettings settings, ConnectorSettings connectors, InstantSource clock) {
        this.rows = rows;
        this.pulls = pulls;
        this.settings = settings;
        this.connectors = connectors;
        this.clock = clock;
    }

    SelfCheck run() {
        try {
            Instant now = clock.instant();
            List<ListPull> latest = pulls.latest();
            List<String> missing = inUse().stream().flatMap(list -> missing(list, latest, now)).toList();
            List<String> findings = new ArrayList<>(missing);
            latest.forEach(pull -> findings.add(pull.consumer() + " pulled the list '" + pull.list().path() + "' last at " + pull.lastAt()
                    + (recent(pull, now) ? "" : ", which is too long ago")));
            return new SelfCheck(missing.isEmpty(), findings);
        } catch (RuntimeException unreadable) {
            return new SelfCheck(false, List.of("The lists cannot be read: " + unreadable.getMessage()));
        }
    }

    private List<ListKind> inUse() {
        List<ListKind> routed = Stream.of(ListKind.values()).filter(list -> ListConnector.ID.equals(connectors.routes().get(list.actionType()))).toList();
        return routed.isEmpty() ? List.of(ListKind.values()) : routed;
    }

    private Stream<String> missing(ListKind list, List<ListPull> latest, Instant now) {
        boolean pulled = latest.stream().anyMatch(pull -> pull.list() == list && recent(pull, now));
        boolean full = rows.count(list, now) >= settings.maxEntries();
        return Stream.of(pulled ? null : "Nobody pulled the list '" + list.path() + "' within " + settings.pulledWithin() + ": what is put on it has no effect. "
                + "Make a consumer under /api/list-consumers and have it pull /api/lists/" + list.path(),
                full ? "The list '" + list.path() + "' is full" : null).filter(finding -> finding != null);
    }

    private boolean recent(ListPull pull, Instant now) {
        return !pull.lastAt().plus(settings.pulledWithin()).isBefore(now);
    }
}
