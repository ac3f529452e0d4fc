/** The fault run: two real nodes, an external PostgreSQL and a target simulator, each a process of its own, are broken while people work; then the target's journal is held against the record. */
package io.countersign.faults;
