package io.countersign.approval;

import java.util.EnumSet;
import java.util.Set;

/** The life of a request for approval. Anything not listed in {@link #next} throws. */
public enum ApprovalState {
    /** Waits for a person. */
    PENDING,
    /** A person approved. */
    APPROVED,
    /** A person refused. */
    REFUSED,
    /** Nobody decided in time; counts as refused. */
    EXPIRED,
    /** No longer needed: the run was rolled back. */
    WITHDRAWN;

    Set<ApprovalState> next() {
        return this == PENDING ? EnumSet.of(APPROVED, REFUSED, EXPIRED, WITHDRAWN) : EnumSet.noneOf(ApprovalState.class);
    }
}
