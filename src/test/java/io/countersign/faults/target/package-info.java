/** The products that are acted on, as one process with a journal of its own; it knows nothing of the ledger. */
package io.countersign.faults.target;
