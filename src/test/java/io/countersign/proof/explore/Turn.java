package io.countersign.proof.explore;

import java.util.List;
import java.util.Set;

/**
 * One transaction of the engine.
 *
 * @param cause   id of the element at which something from outside happened; empty for the start of the run
 * @param events  everything that it led to
 * @param pending ids of the elements whose asynchronous continuation is due afterwards
 * @param effects activities of the actions that are in effect afterwards
 * @param refused why the engine rolled it back; null if it did not
 */
record Turn(String cause, List<EngineEvent> events, List<String> pending, Set<String> effects, boolean running, String refused) {
}
