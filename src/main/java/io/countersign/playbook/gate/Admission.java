package io.countersign.playbook.gate;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The word that passes between the gate and the engine: only what the gate admitted, on this very thread and in this very transaction, is taken in. */
@Component
public class Admission {

    private final ThreadLocal<String> admitted = new ThreadLocal<>();

    /** @throws IllegalStateException outside a transaction: then the engine's rows and those of the gate could come apart */
    public <T> T admit(Bundle proved, Supplier<T> deployment) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A deployment is made in the transaction that records it");
        }
        admitted.set(proved.hash());
        try {
            return deployment.get();
        } finally {
            admitted.remove();
        }
    }

    public boolean admits(String bundle) {
        return bundle.equals(admitted.get());
    }
}
