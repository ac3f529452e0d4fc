package io.countersign.evidence;

/**
 * Writes the record.
 *
 * <p>Implementations MUST refuse to write outside the transaction of the change that the entry states
 * (propagation {@code MANDATORY}) and MUST NOT offer a way to change or remove a row. They do not promise
 * that numbers are without gaps: a rolled-back change leaves one. Safe for use by many threads.
 */
public interface EvidenceLog {

    /** @throws org.springframework.transaction.IllegalTransactionStateException without a transaction */
    void append(EvidenceEntry entry);
}
