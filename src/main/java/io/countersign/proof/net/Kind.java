package io.countersign.proof.net;

/** How a token behaves at a node, as the engine does it. */
public enum Kind {
    START,
    /** Consumes its token; the scope ends when no token is left. */
    END,
    /** Ends its scope at once, with everything in it. */
    TERMINATE,
    /** Ends with an error that the nearest enclosing scope catches; uncaught, the engine refuses the step and the run hangs. */
    ERROR_END,
    /** Done in passing, within the engine's transaction. */
    PASS,
    /** The token rests until something outside happens. */
    WAIT,
    XOR, AND, OR,
    /** Rests, then one of the catch events behind it happens. */
    EVENT_GATEWAY,
    /** Runs compensation handlers and rests until they are done. */
    COMPENSATE,
    /** An embedded subprocess or a called process. */
    SCOPE,
    /** An event subprocess; it never holds a token itself. */
    EVENT_SCOPE,
    /** Hangs on another node; it never holds a token itself. */
    BOUNDARY,
    /** Stands for everything that does not matter to what is looked at; leads to any of its exits, and rests if anything in it does. */
    REGION;

    /** Whether a token stays here, between two transactions of the engine. */
    boolean rests() {
        return this == WAIT || this == EVENT_GATEWAY;
    }
}
