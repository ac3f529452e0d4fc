package io.countersign.connector.remote;

import org.springframework.http.HttpStatus;

/** A node does not do what a worker asks. The message says why, for the log of the worker. */
class LineRefusal extends RuntimeException {

    private final HttpStatus status;

    LineRefusal(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
