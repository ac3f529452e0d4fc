package io.countersign.connector.sandbox;

import io.countersign.agent.Credential;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.Answer;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetUnreadable;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The line to the sandbox: how long an order is on its way, and whether it, and the answer, arrive. Waiting holds no
 * connection; redeeming the credential and the effect commit together in one transaction.
 */
@Component
class SandboxLine {

    private final SandboxTrainings trainings;
    private final CredentialVerifier verifier;
    private final TransactionTemplate transaction;

    SandboxLine(SandboxTrainings trainings, CredentialVerifier verifier, PlatformTransactionManager transactions) {
        this.trainings = trainings;
        this.verifier = verifier;
        this.transaction = new TransactionTemplate(transactions,
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    Answer order(ConnectorCall call, Verb verb, Credential credential, Function<Training, Answer> effect) {
        Training training = trainings.of(call.target()).whenOrdered(verb);
        if (!waited(training.latency())) {
            return new Answer.Refused("Interrupted before the sandbox got the order");
        }
        if (training.fault().hidesTargets()) {
            return new Answer.Refused(notThere(call, training.fault()));
        }
        try {
            return transaction.execute(status -> {
                verifier.redeem(credential, verb, SandboxConnector.ID, call.digest(), call.target());
                return answer(training, effect);
            });
        } catch (TargetUnreadable wrong) {
            return new Answer.Refused(wrong.getMessage());
        } catch (CannotCreateTransactionException never) {
            return new Answer.Refused("The sandbox's database gave no connection: the order did not arrive");
        } catch (TransactionException | DataAccessException unclear) {
            return new Answer.Lost("The sandbox's database did not say whether the order was kept");
        }
    }

    static String notThere(ConnectorCall call, Fault fault) {
        return fault == Fault.ABSENT ? "The sandbox is trained not to know " + call.target()
                : "The sandbox is trained to be unreachable for " + call.target();
    }

    private static Answer answer(Training training, Function<Training, Answer> effect) {
        return switch (training.fault()) {
            case REFUSES -> new Answer.Refused("The sandbox is trained to refuse this");
            case ANSWER_LOST_BEFORE_EFFECT -> new Answer.Lost("The sandbox did not answer in time");
            case ANSWER_LOST_AFTER_EFFECT -> {
                effect.apply(training);
                yield new Answer.Lost("The sandbox did not answer in time");
            }
            case NONE -> effect.apply(training);
            case UNREACHABLE, ABSENT -> throw new IllegalStateException("Nothing arrives under " + training.fault());
        };
    }

    private static boolean waited(Duration latency) {
        try {
            Thread.sleep(latency.toMillis());
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
