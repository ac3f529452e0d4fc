/** What a node of the fault run has beyond the product: a connector to the simulator, a clock that can be moved, and named points at which it dies. */
package io.countersign.faults.node;
