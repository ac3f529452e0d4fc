package io.countersign.action;

/** How an effect can be taken back. The order is from harmless to grave. */
public enum Reversibility {
    /** Evidence only: no effect on the target. */
    E,
    /** A clean inverse exists. */
    R1,
    /** The inverse needs the state captured before. */
    R2,
    /** Ends by itself; nothing is there to undo. */
    R3,
    /** Irreversible. */
    R4,
    /** An inverse exists, but running it without a person is unsafe. */
    R5;

    /** Whether something stays in place that a lease must end. */
    public boolean lasting() {
        return this == R1 || this == R2 || this == R5;
    }

    /** Whether a machine may ever do it without a person's approval of the request. */
    public boolean autonomyThinkable() {
        return this != R4 && this != R5;
    }
}
