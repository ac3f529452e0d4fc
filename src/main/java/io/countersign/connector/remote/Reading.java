package io.countersign.connector.remote;

import io.countersign.agent.CredentialRefused;
import io.countersign.connector.Answer;
import io.countersign.connector.NoConnector;
import io.countersign.connector.TargetUnreadable;
import io.countersign.connector.remote.RemoteResult.Failed;
import io.countersign.connector.remote.RemoteResult.Said;

/** What the end of an order means to whoever made the call. A worker is believed as far as what it asked of this node allows. */
final class Reading {

    private static final int LONGEST = 1000;

    private Reading() {
    }

    /** Of an order that changes nothing. @throws TargetUnreadable if there is no answer of the kind that was asked for */
    static <R extends RemoteResult> R of(Outcome outcome, Class<R> wanted) {
        if (outcome instanceof Outcome.Answered answered) {
            if (answered.result() instanceof Failed failed) {
                throw failure(failed, answered.worker());
            }
            if (wanted.isInstance(answered.result())) {
                return wanted.cast(answered.result());
            }
            throw new TargetUnreadable(answered.worker() + " answered something else than was asked");
        }
        throw new TargetUnreadable(outcome instanceof Outcome.NotFetched nobody ? nobody.reason() : silent(((Outcome.NoAnswer) outcome).worker()));
    }

    /** Of an act or undo. */
    static Answer answer(Outcome outcome) {
        if (outcome instanceof Outcome.NotFetched nobody) {
            return new Answer.Refused(nobody.reason());
        }
        if (outcome instanceof Outcome.Answered answered) {
            return answer(answered);
        }
        Outcome.NoAnswer silence = (Outcome.NoAnswer) outcome;
        return silence.redeemed() ? new Answer.Lost(silent(silence.worker()))
                : new Answer.Refused(silent(silence.worker()) + "; it had not asked for leave to send anything, and has none any more");
    }

    private static Answer answer(Outcome.Answered answered) {
        String by = " (worker " + answered.worker() + ")";
        if (answered.result() instanceof Failed failed && failed.cause() != Failed.Cause.BROKEN && !answered.redeemed()) {
            throw failure(failed, answered.worker());
        }
        if (!(answered.result() instanceof Said said)) {
            return new Answer.Lost("The connector failed: " + (answered.result() instanceof Failed broken ? shortened(broken.message()) : "no answer to an order") + by);
        }
        return switch (said.verdict()) {
            case REFUSED -> new Answer.Refused(shortened(said.text()) + by);
            case LOST -> new Answer.Lost(shortened(said.text()) + by);
            case ACCEPTED -> answered.redeemed() ? new Answer.Accepted(shortened(said.text()) + by)
                    : new Answer.Lost("It is said to be done, but the credential was never redeemed" + by);
        };
    }

    private static RuntimeException failure(Failed failed, String worker) {
        String message = shortened(failed.message());
        return switch (failed.cause()) {
            case CREDENTIAL_REFUSED -> new CredentialRefused(message);
            case NO_CONNECTOR -> new NoConnector(message);
            case UNREADABLE -> new TargetUnreadable(message);
            case BROKEN -> new TargetUnreadable("The connector failed at worker " + worker + ": " + message);
        };
    }

    private static String silent(String worker) {
        return "Worker " + worker + " fetched the order and did not answer in time";
    }

    private static String shortened(String text) {
        String given = String.valueOf(text);
        return given.length() <= LONGEST ? given : given.substring(0, LONGEST) + "…";
    }
}
