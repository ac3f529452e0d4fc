package io.countersign.execution;

/** Another run is just now containing or releasing the same target: nothing was done, and it is tried again in a moment. */
public class TargetBusy extends RuntimeException {

    TargetBusy(String message) {
        super(message);
    }
}
