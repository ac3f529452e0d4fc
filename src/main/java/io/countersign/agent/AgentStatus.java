package io.countersign.agent;

import java.util.EnumSet;
import java.util.Set;

/** Where an agent is in its life. Nothing acts for one that is not ACTIVE. Moves that {@link #next} does not list throw. */
public enum AgentStatus {
    /** Known, not yet allowed to do anything. */
    REGISTERED,
    ACTIVE,
    /** Stopped for now by a person. */
    SUSPENDED,
    /** Ended for good. */
    RETIRED;

    /** What it may become from here. */
    public Set<AgentStatus> next() {
        return switch (this) {
            case REGISTERED, SUSPENDED -> EnumSet.of(ACTIVE, RETIRED);
            case ACTIVE -> EnumSet.of(SUSPENDED, RETIRED);
            case RETIRED -> EnumSet.noneOf(AgentStatus.class);
        };
    }
}
