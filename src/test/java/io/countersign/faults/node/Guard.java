package io.countersign.faults.node;

/** What can be left out, to see that the fault run notices; see {@code -Dfaults.without}. */
enum Guard {
    /** Nothing is left out. */
    NONE,
    /** The proof of authority at the moment of execution: a worker carries out what people are still asked about. */
    AUTHORITY,
    /** One try for one key: what was not answered is sent again. */
    ONCE,
    /** The key of the ledger: the order goes out under another. */
    LEDGER,
    /** Unknown as a state: what was not answered counts as refused, and nobody looks. */
    UNKNOWN,
    /** The look after an undo: it is believed, and it was never sent. */
    UNDO,
    /** The end of a lock: what a dead node had in hand stays with it. */
    LOCK
}
