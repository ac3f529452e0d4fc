package io.countersign.report;

import io.countersign.execution.Differences;

/**
 * An effect of ours that the ledger does not know of, for people.
 *
 * @param what      what is in force: "Isolate host ws-0142"
 * @param connector name of the connector
 * @param inverse   how it is undone by hand, in plain words; empty if nothing undoes it
 * @param found     what was last seen on the target
 */
public record OrphanedEffect(Differences.Orphan orphan, String what, String connector, String inverse, String found) {
}
