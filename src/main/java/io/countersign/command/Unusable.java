package io.countersign.command;

/** The command cannot be carried out; the message is the one line that says why. */
final class Unusable extends RuntimeException {

    Unusable(String why) {
        super(why);
    }
}
