package io.countersign.incident;

import static io.countersign.incident.TicketState.CLOSED;
import static io.countersign.incident.TicketState.IN_PROGRESS;
import static io.countersign.incident.TicketState.OPEN;

import java.util.Map;
import java.util.Set;

/** Every move a ticket may make; one that is not here is refused. */
final class TicketMoves {

    private static final Map<TicketState, Set<TicketState>> ALLOWED = Map.of(
            OPEN, Set.of(IN_PROGRESS, CLOSED),
            IN_PROGRESS, Set.of(OPEN, CLOSED),
            CLOSED, Set.of(IN_PROGRESS));

    private TicketMoves() {
    }

    static Set<TicketState> from(TicketState state) {
        return ALLOWED.get(state);
    }

    /** @throws ChangeRefused if there is no such move */
    static void check(TicketState from, TicketState to) {
        if (!ALLOWED.get(from).contains(to)) {
            throw new ChangeRefused("The ticket is " + from + " and cannot become " + to + "; from there it can become " + ALLOWED.get(from) + ".");
        }
    }
}
