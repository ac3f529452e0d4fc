package io.countersign.incident.web;

/** The bearer token is missing or not that of an active source of this name; which of them is not told. */
final class SourceNotAuthenticated extends RuntimeException {

    SourceNotAuthenticated() {
        super("The bearer token is missing, or it is not the token of an active alert source of this name. "
                + "An administrator can issue a new one under /api/alert-sources.");
    }
}
