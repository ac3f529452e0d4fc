package io.countersign.benchmark;

/** One side of the comparison. */
interface Driver {

    String name();

    /** One whole run, from its trigger to its end. @return nanoseconds from the trigger to the effect */
    long run() throws Exception;
}
