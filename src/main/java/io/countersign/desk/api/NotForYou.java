package io.countersign.desk.api;

/** The thing exists, and this person may not do it. */
class NotForYou extends RuntimeException {

    NotForYou(String message) {
        super(message);
    }
}
