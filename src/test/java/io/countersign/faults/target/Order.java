package io.countersign.faults.target;

/**
 * What a connector orders.
 *
 * @param delivery one for each time that it is sent; the network may bring the same one twice
 * @param run      the idempotency key
 * @param from     how the attribute is when the order is sent, as the sender believes
 */
public record Order(String delivery, String node, String run, String verb, String action, String target, String attribute, String from, String to) {

    boolean act() {
        return verb.equals("ACT");
    }
}
