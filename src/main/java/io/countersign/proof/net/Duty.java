package io.countersign.proof.net;

/** What an element does for an action, or for the run as a whole. */
public enum Duty {
    NONE,
    /** Asks an AI; what was decided before is decided on older facts. */
    RECOMMEND,
    /** Asks policy; gives the action its tier. */
    ASSESS,
    /** Asks a person to approve or refuse. */
    APPROVE,
    /** Records that nobody answered: a refusal. */
    EXPIRE,
    /** Asks more people. */
    ESCALATE,
    /** A person does it by hand, where no machine may. */
    BY_HAND,
    /** The automatic action. */
    ACT,
    /** A person decides how to go on after an unclear outcome. */
    RESOLVE,
    /** Undoes the action. */
    UNDO,
    /** Compares what was undone with the ledger. */
    VERIFY,
    /** A person looks at what an undo left, and answers for it. */
    REVIEW,
    /** A person's order to keep what is contained. */
    KEEP,
    /** Something from outside the closed vocabulary, whose effects are unknown. */
    FOREIGN
}
