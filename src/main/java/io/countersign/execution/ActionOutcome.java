package io.countersign.execution;

/** How an action ended for the playbook; the next gateway reads the name. */
public enum ActionOutcome {
    /** The effect was seen on the target. */
    CONFIRMED,
    /** What was decided no longer holds; nothing was done; to be assessed again. */
    STALE,
    /** The executor refused for want of authority; nothing was done. */
    REFUSED,
    /** It was tried, and the target is seen to be as before. */
    NOT_APPLIED,
    /** It could not be tried; nothing was done. */
    FAILED,
    /** It was tried and nobody knows; a person must look. */
    UNKNOWN
}
