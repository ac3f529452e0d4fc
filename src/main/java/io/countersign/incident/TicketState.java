package io.countersign.incident;

/** Where the case stands. Machines act only while it is open. */
public enum TicketState {
    OPEN, IN_PROGRESS, CLOSED
}
