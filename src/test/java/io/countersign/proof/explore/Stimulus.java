package io.countersign.proof.explore;

/**
 * Something that can happen to a run from outside.
 *
 * @param weight how often it is chosen, compared with others
 */
record Stimulus(String element, int weight, Runnable act) {
}
