package io.countersign.connector;

import io.countersign.agent.Credential;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.agent.CredentialVerifier;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The way in which a connector acts at a product that knows no idempotency key, and takes back: look, use the key up, send once;
 * and undo only what was sent, is still so, and is not on its way any more.
 *
 * <p>A sender that was held up after it used the key up, by a pause of its machine for instance, sends nothing once its time is
 * over. So what was claimed longer ago than that, and the time that a product may take, can no longer arrive; before that, an undo
 * that sees nothing to take back answers {@link Answer.Lost}, and is tried again.
 */
public final class SingleOrder {

    /** What one call is about. {@code S} is what a look yields. */
    public interface Subject<S extends Seen> {

        /** @throws TargetUnreadable if what the call names is not there */
        S look();

        /** See {@link Connector#expected}. */
        TargetState expected(TargetState prior);

        /** Makes the effect on what was seen. @param late to be asked right before sending; if true, MUST send nothing and answer Refused */
        Answer act(S seen, BooleanSupplier late);

        /** Called only while the target is as {@link #act} made it. */
        Answer undo(S seen, TargetState prior);
    }

    /** What was seen of the target. */
    public interface Seen {

        TargetState state();
    }

    private final String connector;
    private final Duration sendWithin;
    private final Duration answerWithin;
    private final CallClaims claims;
    private final CredentialVerifier verifier;

    /** @param answerWithin how long after it was sent a product may still carry an order out */
    public SingleOrder(String connector, Duration sendWithin, Duration answerWithin, CallClaims claims, CredentialVerifier verifier) {
        this.connector = connector;
        this.sendWithin = sendWithin;
        this.answerWithin = answerWithin;
        this.claims = claims;
        this.verifier = verifier;
    }

    public <S extends Seen> Answer act(ConnectorCall call, Credential credential, Subject<S> subject) {
        S seen;
        try {
            seen = subject.look();
        } catch (TargetUnreadable notThere) {
            return new Answer.Refused(notThere.getMessage());
        }
        boolean changes = !seen.state().equals(subject.expected(seen.state()));
        long last = System.nanoTime() + sendWithin.toNanos();
        if (!claims.claim(connector, call, changes, credential)) {
            return new Answer.Lost("This was sent before under the same key and is not sent again: look at the target");
        }
        if (!changes) {
            return new Answer.Accepted(call.target() + " is so already; nothing was changed");
        }
        Answer answer = subject.act(seen, () -> System.nanoTime() - last > 0);
        if (!(answer instanceof Answer.Lost)) {
            claims.answered(connector, call);
        }
        return answer;
    }

    public <S extends Seen> Answer undo(ConnectorCall call, TargetState prior, Credential credential, Subject<S> subject) {
        boolean onItsWay = claims.mayStillArrive(connector, call, sendWithin.plus(answerWithin));
        S seen;
        try {
            seen = subject.look();
        } catch (TargetUnreadable notThere) {
            return new Answer.Refused(notThere.getMessage());
        }
        verifier.redeem(credential, Verb.UNDO, connector, call.digest(), call.target());
        if (!claims.mayHaveChanged(connector, call)) {
            return new Answer.Accepted("Nothing was changed under this key, so there is nothing to take back");
        }
        if (seen.state().equals(prior)) {
            return onItsWay ? new Answer.Lost("The order to act was not answered yet and may still arrive; this is tried again")
                    : new Answer.Accepted(call.target() + " is as it was before");
        }
        return seen.state().equals(subject.expected(prior)) ? subject.undo(seen, prior)
                : new Answer.Refused("Somebody changed " + call.target() + " since: it is " + seen.state().attributes() + ". It was left alone");
    }
}
