package io.countersign.agent;

/** Nothing acts for an agent that is unknown, not active, past its end, or outside its limits. */
public class AgentNotActive extends RuntimeException {

    public AgentNotActive(String message) {
        super(message);
    }
}
