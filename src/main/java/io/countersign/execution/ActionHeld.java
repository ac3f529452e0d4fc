package io.countersign.execution;

/** A stop holds the action back: nothing was done and nothing is lost. It is looked at again once the stop is lifted, and is then assessed anew. */
public class ActionHeld extends RuntimeException {

    ActionHeld(String message) {
        super(message, null, false, false);
    }
}
