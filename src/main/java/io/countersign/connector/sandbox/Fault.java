package io.countersign.connector.sandbox;

/** How the sandbox misbehaves when it is trained to. */
public enum Fault {
    NONE,
    /** The order arrives and is refused; nothing happens. */
    REFUSES,
    /** No connection: nothing can be read, nothing arrives. */
    UNREACHABLE,
    /** The product knows no such target. */
    ABSENT,
    /** The order is carried out, and nobody hears of it. */
    ANSWER_LOST_AFTER_EFFECT,
    /** The order is lost on its way, which to the caller looks just the same. */
    ANSWER_LOST_BEFORE_EFFECT;

    boolean hidesTargets() {
        return this == UNREACHABLE || this == ABSENT;
    }
}
