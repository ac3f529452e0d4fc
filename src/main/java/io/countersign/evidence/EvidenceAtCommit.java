package io.countersign.evidence;

import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes all that a transaction stated with one INSERT, as the very last thing before it commits: after every other
 * synchronization, and inside the transaction, so that a record that cannot be written takes the change with it. A transaction
 * of which this listener was not told writes each entry at once.
 */
@Component
class EvidenceAtCommit implements TransactionExecutionListener {

    private final EvidenceRows rows;

    EvidenceAtCommit(EvidenceRows rows) {
        this.rows = rows;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, Throwable failure) {
        if (failure == null && transaction.isNewTransaction() && !transaction.isReadOnly() && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new PendingEvidence());
        }
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        PendingEvidence.open().ifPresent(pending -> {
            pending.close();
            rows.insert(pending.take());
        });
    }

    /** For whoever reads the record within the transaction that stated something. */
    void writeNow() {
        PendingEvidence.open().ifPresent(pending -> rows.insert(pending.take()));
    }
}
