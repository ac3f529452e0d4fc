package io.countersign.faults;

/** Something that must never be. {@code actionRun} may be null; its timeline is printed. */
record Violation(Kind kind, String actionRun, String text) {

    /** The counters, each of which has to be 0. */
    enum Kind {
        WITHOUT_AUTHORITY("effects without authority"),
        DOUBLED("doubled effects"),
        NOT_IN_LEDGER("effects not in the ledger"),
        STILL_CONTAINED("targets still contained without a lease or a person's task"),
        UNDO_NOT_SEEN("undos claimed but not observed"),
        STUCK("runs stuck with nobody asked"),
        FREED_OF_OTHERS("releases that freed what others held"),
        UNKNOWN_TAKEN_AS_NOT_DONE("unknowns taken as not done"),
        UNDO_BEFORE_EFFECT("effects after their undo"),
        DESPITE_A_STOP("effects begun in spite of a stop or a dry run"),
        PROMISE_BROKEN("answers to people and sensors that were not kept");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }
}
