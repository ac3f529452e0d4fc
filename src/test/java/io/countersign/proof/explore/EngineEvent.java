package io.countersign.proof.explore;

/**
 * Something that the engine did, in the order in which it did it.
 *
 * @param instance of the activity
 * @param parent   the activity instance around it; the process instance where none is
 * @param value    the code of what was answered there; 0 where nothing was
 */
record EngineEvent(What what, String activity, String type, String instance, String parent, int value) {

    enum What { STARTED, COMPLETED, CANCELLED }
}
