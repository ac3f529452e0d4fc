package io.countersign.execution;

import io.countersign.agent.Credential;
import io.countersign.agent.CredentialRefused;
import io.countersign.connector.Answer;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.Connectors;
import io.countersign.connector.NoConnector;
import io.countersign.connector.TargetUnreadable;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.policy.Assessment;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Carries one action out: read the target, claim (prove authority, store the way back), act, look, record. The claim and the
 * record are transactions of their own; no transaction is open and no connection is held while the target is called. It makes
 * at most one call per digest: whatever is delivered again is looked at, never repeated.
 */
@Service
public class ActionExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(ActionExecutor.class);

    private final Connectors connectors;
    private final Claims claims;
    private final Settlement settlement;
    private final TargetWatch watch;
    private final ActionUndo undo;

    ActionExecutor(Connectors connectors, Claims claims, Settlement settlement, TargetWatch watch, ActionUndo undo) {
        this.connectors = connectors;
        this.claims = claims;
        this.settlement = settlement;
        this.watch = watch;
        this.undo = undo;
    }

    /**
     * Carries out the action that was last assessed for this element of this run. Call it without a transaction.
     *
     * @param told called once, in the transaction that records the outcome
     * @throws TargetBusy when another run has the same target in hand: nothing was done, try again
     * @throws ActionHeld when somebody stopped it: nothing was done, try again once the stop is lifted
     */
    public void execute(PlaybookRunId run, String activity, Consumer<Settled> told) {
        Claims.Start start = claims.start(run, activity);
        if (start.assessment().isEmpty()) {
            settlement.refused(run, activity, "It was never assessed", told);
            return;
        }
        if (start.begun().isPresent()) {
            resume(start.begun().get(), told);
            return;
        }
        try {
            start.unclear().forEach(this::clearUp);
        } catch (UndoIncomplete stillComing) {
            claims.notTried(start.assessment().get(), "An earlier try could not be called off: " + stillComing.getMessage(), told);
            return;
        }
        begin(start.assessment().get(), told);
    }

    private void begin(Assessment assessment, Consumer<Settled> told) {
        ConnectorCall call = new ConnectorCall(new ActionRunId(UUID.randomUUID()), assessment.digest(), assessment.request().actionType(),
                assessment.request().target(), assessment.request().parameters());
        Connector connector;
        Optional<Claims.Claim> claim;
        try {
            connector = connectors.forAction(call.actionType());
            claims.unlessStopped(assessment, connector.id());
            claim = claim(assessment, connector, call, told);
        } catch (NoConnector | TargetUnreadable nothingToCall) {
            claims.notTried(assessment, nothingToCall.getMessage(), told);
            return;
        }
        claim.ifPresent(claimed -> act(claimed, connector, told));
    }

    /** The leases are asked about before the look only where the first look and the claim did not go together, which is seldom. */
    private Optional<Claims.Claim> claim(Assessment assessment, Connector connector, ConnectorCall call, Consumer<Settled> told) {
        try {
            return claims.claim(assessment, Preparation.of(connector, call, null), told);
        } catch (LookedTooEarly again) {
            long leaseChanges = claims.leaseChanges(connector.id(), call);
            return claims.claim(assessment, Preparation.of(connector, call, leaseChanges), told);
        }
    }

    private void act(Claims.Claim claim, Connector connector, Consumer<Settled> told) {
        ActionRunView run = claim.run();
        Answer answer;
        try (Credential credential = claim.credential()) {
            answer = Waiting.forProduct(() -> connector.act(callOf(run), credential));
        } catch (CredentialRefused refused) {
            answer = new Answer.Refused(refused.getMessage());
        } catch (RuntimeException broken) {
            LOG.warn("action.answer-lost run={} connector={} cause={}", run.id(), connector.id(), broken.getClass().getSimpleName());
            answer = new Answer.Lost("The connector failed: " + broken.getClass().getSimpleName());
        }
        Sighting seen = answer instanceof Answer.Refused ? watch.look(connector, callOf(run)) : watch.until(run.expected(), connector, callOf(run));
        Answer said = answer;
        Persistently.record(() -> settlement.settle(run.id(), said, seen, told));
    }

    /** A delivery that was begun before: its maker died, or the playbook could not go on. What is seen is recorded first, by itself; then the playbook is told. */
    private void resume(ActionRunView run, Consumer<Settled> told) {
        if (run.state().inFlight() || run.state() == ActionRunState.UNKNOWN) {
            Connector connector = connectors.byId(run.connector());
            Sighting seen = watch.until(run.expected(), connector, callOf(run));
            settlement.settle(run.id(), new Answer.Lost("The worker that made the call did not record its end"), seen, nobody -> { });
        }
        settlement.again(run.id(), told);
    }

    /**
     * Before a person's "try again" is carried out, what became of the earlier try is looked at. One that is not in effect is called
     * off: its order could still come late, and then nobody would take it back.
     *
     * @throws UndoIncomplete when it cannot be called off
     */
    private void clearUp(ActionRunView earlier) {
        Sighting seen = watch.look(connectors.byId(earlier.connector()), callOf(earlier));
        if (earlier.state() != ActionRunState.UNKNOWN || !settlement.confirmed(earlier.id(), seen)) {
            undo.callOff(earlier.id(), seen);
        }
    }

    private static ConnectorCall callOf(ActionRunView run) {
        return new ConnectorCall(run.id(), run.digest(), run.actionType(), run.target(), run.parameters());
    }
}
