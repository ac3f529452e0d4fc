package io.countersign.agent;

/** Where an agent is in its life. Nothing acts for one that is not ACTIVE. */
public enum AgentStatus {
    /** Known, not yet allowed to do anything. */
    REGISTERED,
    ACTIVE,
    /** Stopped for now by a person. */
    SUSPENDED,
    /** Ended for good. */
    RETIRED
}
