package io.countersign.evidence;

/**
 * Who did something, and which person or team answers for it.
 *
 * @param id    the username, agent id, alert source or component
 * @param owner the accountable person or team; a person answers for themselves
 */
public record Actor(Kind kind, String id, String owner) {

    public enum Kind {
        /** A signed-in human. */
        PERSON,
        /** A registered non-human identity: an AI that recommends or acts. */
        AGENT,
        /** A system that sends alerts. */
        SOURCE,
        /** Countersign itself: a timer, a policy, a worker. */
        SYSTEM
    }

    public Actor {
        if (kind == null || id == null || id.isBlank() || owner == null || owner.isBlank()) {
            throw new IllegalArgumentException("An actor needs a kind, an id and an accountable owner");
        }
    }

    public static Actor person(String username) {
        return new Actor(Kind.PERSON, username, username);
    }

    public static Actor agent(String id, String owner) {
        return new Actor(Kind.AGENT, id, owner);
    }

    public static Actor source(String source) {
        return new Actor(Kind.SOURCE, source, "countersign");
    }

    /** @param component the part that acted, for example {@code policy} or {@code execution} */
    public static Actor system(String component) {
        return new Actor(Kind.SYSTEM, component, "countersign");
    }
}
