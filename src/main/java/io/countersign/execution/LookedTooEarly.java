package io.countersign.execution;

/** What was seen on the target rests on a containment that other runs may have begun or ended since: look again, then claim. */
class LookedTooEarly extends TargetBusy {

    LookedTooEarly(String message) {
        super(message);
    }
}
