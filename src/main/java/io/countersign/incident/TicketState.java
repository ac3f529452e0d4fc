package io.countersign.incident;

import java.util.Set;

/** Where the case stands. Machines act only while it is open. */
public enum TicketState {
    OPEN, IN_PROGRESS, CLOSED;

    /** Where it may go from here. */
    public Set<TicketState> next() {
        return TicketMoves.from(this);
    }
}
