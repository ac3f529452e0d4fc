package io.countersign.connector.list.web;

/** The token is missing or not that of an active consumer; which of them is not told. */
final class ConsumerNotAuthenticated extends RuntimeException {

    ConsumerNotAuthenticated() {
        super("The token is missing, or it is not the token of an active consumer of lists. Send it as bearer token, or by HTTP Basic with the "
                + "consumer's name and the token as password. An administrator can issue a new one under /api/list-consumers.");
    }
}
