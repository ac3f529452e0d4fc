package io.countersign.connector.remote;

/** How an order ended for its giver. */
sealed interface Outcome {

    /** A worker answered. @param redeemed whether it had redeemed the credential of the order by then */
    record Answered(String worker, RemoteResult result, boolean redeemed) implements Outcome {
    }

    /** No worker had it, and none will. */
    record NotFetched(String reason) implements Outcome {
    }

    /**
     * A worker had it, and did not answer in time. It cannot claim any more.
     *
     * @param redeemed whether it had redeemed the credential of the order: then nobody knows what it did; else it had no leave to send anything
     */
    record NoAnswer(String worker, boolean redeemed) implements Outcome {
    }
}
