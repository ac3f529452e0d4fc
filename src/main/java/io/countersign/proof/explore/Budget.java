package io.countersign.proof.explore;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** How much may be explored for one playbook, over all its views. When it is used up, the playbook is not proved. */
public final class Budget {

    /** States, in all. */
    public static final int STATES = 1_000_000;
    private static final int LOOK_EVERY = 1024;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private final long deadline;
    private long left;
    private final long whole;

    /** @param states how many in all @param nanos how much time of this thread on the processor, from now on */
    public Budget(long states, long nanos) {
        this.left = states;
        this.whole = states;
        this.deadline = now() + nanos;
    }

    /** Of the processor: a machine that is busy with other things proves the same. */
    private static long now() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    boolean spend() {
        left--;
        return left > 0 && (left % LOOK_EVERY != 0 || now() < deadline);
    }

    public long spent() {
        return whole - left;
    }
}
