package io.countersign.people;

/** A change of people or teams does not fit what is registered; nothing changed. The message says what to do. */
public class DirectoryConflict extends RuntimeException {

    public DirectoryConflict(String message) {
        super(message);
    }
}
