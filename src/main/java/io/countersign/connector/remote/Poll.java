package io.countersign.connector.remote;

import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.async.DeferredResult;

/** A worker waits for an order. No thread is held meanwhile. */
final class Poll {

    private final String worker;
    private final UUID process;
    private final Set<String> products;
    private final DeferredResult<ResponseEntity<RemoteOrder>> answer;

    Poll(String worker, UUID process, Set<String> products, long millis) {
        this.worker = worker;
        this.process = process;
        this.products = Set.copyOf(products);
        this.answer = new DeferredResult<>(millis, Poll::nothing);
    }

    String worker() {
        return worker;
    }

    UUID process() {
        return process;
    }

    boolean takes(OpenOrder order) {
        return products.contains(order.product());
    }

    DeferredResult<ResponseEntity<RemoteOrder>> answer() {
        return answer;
    }

    /** @return false if it waits no more */
    boolean give(OpenOrder open) {
        return open.handTo(worker, () -> sent(open.order()));
    }

    private boolean sent(RemoteOrder order) {
        try {
            return answer.setResult(ResponseEntity.ok(order));
        } catch (IllegalStateException gone) {
            // Its request ended in this very moment: so the order never left, and another may have it.
            return false;
        }
    }

    void end() {
        answer.setResult(nothing());
    }

    private static ResponseEntity<RemoteOrder> nothing() {
        return ResponseEntity.noContent().build();
    }
}
