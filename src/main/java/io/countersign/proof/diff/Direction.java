package io.countersign.proof.diff;

/** What a change means for authority. */
public enum Direction {
    /** The new version may do more, or nobody knows that it may not: a second person looks first. */
    GAINS,
    /** The new version may do less, or asks more people. */
    LOSES,
    /** Neither, but worth telling. */
    NEUTRAL
}
