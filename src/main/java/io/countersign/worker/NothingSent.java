package io.countersign.worker;

/** A connector did not get the leave that it needs before it sends anything: so it certainly sent nothing. */
class NothingSent extends RuntimeException {

    NothingSent(String message, Throwable cause) {
        super(message, cause);
    }
}
