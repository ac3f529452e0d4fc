package io.countersign.worker;

import io.countersign.action.ActionDigest;
import io.countersign.action.Target;
import io.countersign.agent.Credential;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.agent.CredentialRefused;
import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.CallClaims;
import io.countersign.connector.ConnectorCall;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The books of the node that gave the order. Whatever has to be asked before something is sent throws when there is no answer: then
 * the connector sends nothing, and the order counts as certainly not done.
 */
final class LineClaims implements CallClaims, CredentialVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(LineClaims.class);
    private static final int REFUSED_CREDENTIAL = 401;

    @Override
    public boolean claim(String connector, ConnectorCall call, boolean changes, Credential credential) {
        return beforeSending(credential, current -> current.line().claim(current.order().id(), changes));
    }

    @Override
    public void redeem(Credential credential, Verb verb, String connector, ActionDigest digest, Target target) {
        beforeSending(credential, current -> {
            current.line().redeem(current.order().id());
            return true;
        });
    }

    /** Comes after the sending, and must not undo what is known by then: a node that does not hear it waits longer before it calls an order off. */
    @Override
    public void answered(String connector, ConnectorCall call) {
        try {
            OrderInHand.current().ifPresent(current -> current.line().answered(current.order().id()));
        } catch (LineFailure unheard) {
            LOG.warn("worker.answered-not-heard run={} why={}", call.actionRun(), unheard.getMessage());
        }
    }

    @Override
    public boolean mayStillArrive(String connector, ConnectorCall call, Duration within) {
        return beforeSending(current -> current.line().mayStillArrive(current.order().id(), within));
    }

    @Override
    public boolean mayHaveChanged(String connector, ConnectorCall call) {
        return beforeSending(current -> current.line().mayHaveChanged(current.order().id()));
    }

    private static boolean beforeSending(Credential credential, Function<OrderInHand, Boolean> question) {
        return beforeSending(current -> {
            if (!credential.token().equals(current.order().id().toString())) {
                throw new CredentialRefused("This credential is for another order");
            }
            return question.apply(current);
        });
    }

    private static boolean beforeSending(Function<OrderInHand, Boolean> question) {
        try {
            return question.apply(OrderInHand.current().orElseThrow(
                    () -> new NothingSent("The connector asked for leave in a thread that carries no order out", null)));
        } catch (LineFailure.Refused refused) {
            if (refused.status() == REFUSED_CREDENTIAL) {
                throw new CredentialRefused(refused.getMessage());
            }
            throw new NothingSent(refused.getMessage(), refused);
        } catch (LineFailure.Broken broken) {
            throw new NothingSent("Nothing was sent, because the node could not be asked: " + broken.getMessage(), broken);
        }
    }
}
