package io.countersign.proof.net;

/**
 * A variable of the run.
 *
 * @param action the action whose it is; null where the run has only one
 */
public record Variable(Field field, Action action) {
}
