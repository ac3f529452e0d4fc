package io.countersign.rehearsal;

/** The run did not do what the script says, so the rest of the script cannot be played. */
final class Unexpected extends RuntimeException {

    Unexpected(String what) {
        super(what);
    }
}
