package io.countersign.worker;

import io.countersign.connector.remote.RemoteOrder;
import java.util.Optional;
import java.util.function.Supplier;

/** Which order this thread carries out, and for which node: a connector that asks the books, asks those of that node. */
record OrderInHand(NodeLine line, RemoteOrder order) {

    private static final ThreadLocal<OrderInHand> CURRENT = new ThreadLocal<>();

    <T> T during(Supplier<T> work) {
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** Empty in a thread that carries none out. */
    static Optional<OrderInHand> current() {
        return Optional.ofNullable(CURRENT.get());
    }
}
