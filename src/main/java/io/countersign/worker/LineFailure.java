package io.countersign.worker;

/** A node did not do what it was asked for. The message is for the log. */
abstract class LineFailure extends RuntimeException {

    LineFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** It said no. Asking the same again will not help soon. */
    static final class Refused extends LineFailure {

        private final int status;

        Refused(int status, String message) {
            super(message, null);
            this.status = status;
        }

        /** That of HTTP. */
        int status() {
            return status;
        }
    }

    /** It did not answer, or could not do it: nobody knows whether it did. */
    static final class Broken extends LineFailure {

        Broken(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
