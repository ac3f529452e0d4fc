package io.countersign.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What one open transaction has stated and not yet written. As a synchronization it is put aside and taken up again together with its transaction. */
final class PendingEvidence implements TransactionSynchronization {

    /** One entry with the time of its statement and its facts as they are kept. */
    record Line(Instant at, EvidenceEntry entry, String facts) {
    }

    private final List<Line> lines = new ArrayList<>();
    private boolean closed;

    /** Of the transaction of this thread; empty where none will be asked for its lines when it commits. */
    static Optional<PendingEvidence> open() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? TransactionSynchronizationManager.getSynchronizations().stream().filter(PendingEvidence.class::isInstance)
                        .map(PendingEvidence.class::cast).filter(pending -> !pending.closed).findFirst()
                : Optional.empty();
    }

    void add(Line line) {
        lines.add(line);
    }

    /** The lines, each handed out once. */
    List<Line> take() {
        List<Line> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    /** From now on nobody will ask for lines: what is stated later has to be written at once. */
    void close() {
        closed = true;
    }
}
