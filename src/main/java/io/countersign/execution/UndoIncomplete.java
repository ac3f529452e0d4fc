package io.countersign.execution;

/** An undo was not seen to work, or the target could not be read. It is on the record and is tried again. */
public class UndoIncomplete extends RuntimeException {

    UndoIncomplete(String message) {
        super(message);
    }
}
