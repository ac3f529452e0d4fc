package io.countersign.incident;

/**
 * Why one record of a request could not be taken in.
 *
 * @param kind    whether it is broken or beyond a limit
 * @param pointer JSON pointer within the record (RFC 6901); empty means the whole record
 * @param reason  one sentence for the sender
 */
public record RecordProblem(Kind kind, String pointer, String reason) {

    public enum Kind {
        /** Not JSON, or not an alert of the source's format. */
        MALFORMED,
        /** Bigger or deeper than this installation takes. */
        OVER_LIMIT
    }

    public static RecordProblem malformed(String pointer, String reason) {
        return new RecordProblem(Kind.MALFORMED, pointer, reason);
    }

    public static RecordProblem overLimit(String pointer, String reason) {
        return new RecordProblem(Kind.OVER_LIMIT, pointer, reason);
    }
}
