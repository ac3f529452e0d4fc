package io.countersign.connector.remote;

/** The order was never this worker's, or its giver waits no more: nothing may be done for it. */
class OrderOver extends RuntimeException {

    OrderOver() {
        super("This order is over, or was given to another worker. Nothing may be done for it any more");
    }
}
