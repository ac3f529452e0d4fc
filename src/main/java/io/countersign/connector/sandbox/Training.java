package io.countersign.connector.sandbox;

import io.countersign.agent.CredentialGrant.Verb;
import java.time.Duration;

/**
 * How the sandbox behaves towards one target, or all.
 *
 * @param on          which orders the fault and the times are for
 * @param latency     time until an order is answered, 0 to 10 minutes; reading answers at once
 * @param effectDelay time from the answer until the effect can be seen, 0 to 60 minutes
 */
public record Training(On on, Fault fault, Duration latency, Duration effectDelay) {

    /** Which orders are meant. Reading is disturbed only by training for ANY. */
    public enum On { ANY, ACT, UNDO }

    public static final Training NONE = new Training(On.ANY, Fault.NONE, Duration.ZERO, Duration.ZERO);

    public Training {
        if (on == null || fault == null) {
            throw new IllegalArgumentException("A training needs 'on' and 'fault'");
        }
        check("latency", latency, Duration.ofMinutes(10));
        check("effectDelay", effectDelay, Duration.ofMinutes(60));
    }

    public static Training of(Fault fault) {
        return new Training(On.ANY, fault, Duration.ZERO, Duration.ZERO);
    }

    public Training on(On orders) {
        return new Training(orders, fault, latency, effectDelay);
    }

    public Training slow(Duration answer) {
        return new Training(on, fault, answer, effectDelay);
    }

    public Training delayed(Duration effect) {
        return new Training(on, fault, latency, effect);
    }

    Training whenOrdered(Verb verb) {
        return on == On.ANY || on.name().equals(verb.name()) ? this : NONE;
    }

    Training whenRead() {
        return on == On.ANY ? this : NONE;
    }

    private static void check(String name, Duration given, Duration most) {
        if (given == null || given.isNegative() || given.compareTo(most) > 0) {
            throw new IllegalArgumentException("'" + name + "' must lie between 0 and " + most.toMinutes() + " minutes");
        }
    }
}
