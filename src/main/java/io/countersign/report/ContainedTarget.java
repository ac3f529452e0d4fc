package io.countersign.report;

import io.countersign.execution.Lease;
import java.time.Instant;
import java.util.List;

/**
 * Something contained, for people.
 *
 * @param what      what is in force: "Isolate host ws-0142"
 * @param connector name of the connector
 * @param inverse   how it ends in plain words; empty if no machine can end it
 * @param observed  what was last seen on the target; empty if nothing was
 * @param owner     name of the person or team that answers for the target; empty if unknown
 * @param holders   who wants it contained
 * @param needs     why a person should look at it now; empty if nobody needs to
 */
public record ContainedTarget(Lease lease, String what, String connector, String inverse, String observed, String owner, List<Hold> holders,
                              List<Need> needs) {

    /** A run that holds it. {@code since…until} of the hold; {@code holds} is false once it let go. */
    public record Hold(String playbookRun, String incident, String playbook, Instant until, boolean holds) {
    }

    /** Why a person should look. */
    public enum Need {
        /** The lease ended and the target is still contained. */
        LATE,
        /** The lease is in force, and the target was seen not to be contained: somebody freed it. Release it, and start the playbook again if it is needed. */
        FREED,
        /** Somebody changed the target in between. */
        DRIFTED,
        /** No open run will ever release it: a person kept it, or has to end it. */
        NOBODY_RELEASES
    }
}
