package io.countersign.rehearsal;

/** A script that cannot be played; the message names the field. */
public final class ScenarioInvalid extends RuntimeException {

    ScenarioInvalid(String why) {
        super(why);
    }
}
