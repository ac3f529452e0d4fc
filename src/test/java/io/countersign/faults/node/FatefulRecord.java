package io.countersign.faults.node;

import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceLog;
import java.util.function.Consumer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Whatever the product does, it states: so each statement is a point to die at, {@code KIND} before its transaction commits and {@code KIND+} right after. */
record FatefulRecord(Fates fates, Consumer<EvidenceEntry> heard) implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof EvidenceLog log ? (EvidenceLog) entry -> append(log, entry) : bean;
    }

    private void append(EvidenceLog log, EvidenceEntry entry) {
        log.append(entry);
        String kind = entry.kind().name();
        fates.pass(kind);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                heard.accept(entry);
                fates.pass(kind + "+");
            }
        });
    }
}
