package io.countersign.desk.api;

/** What a path names does not exist, or no longer waits. */
class NotFound extends RuntimeException {

    NotFound(String message) {
        super(message);
    }
}
