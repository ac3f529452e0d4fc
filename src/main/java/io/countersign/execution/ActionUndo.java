package io.countersign.execution;

import io.countersign.agent.Credential;
import io.countersign.agent.CredentialRefused;
import io.countersign.connector.Answer;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.NoConnector;
import io.countersign.connector.Connectors;
import io.countersign.connector.TargetState;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.PlaybookRunId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Takes back what one element of one run did: let go of the lease, and if nobody else holds it, look, undo, look again, record.
 * A stranger's change is never overwritten. An undo that was not seen to work is on the record and throws, to be tried again.
 */
@Service
public class ActionUndo {

    private static final Logger LOG = LoggerFactory.getLogger(ActionUndo.class);

    private final UndoClaims claims;
    private final UndoSettlement settlement;
    private final Connectors connectors;
    private final TargetWatch watch;

    ActionUndo(UndoClaims claims, UndoSettlement settlement, Connectors connectors, TargetWatch watch) {
        this.claims = claims;
        this.settlement = settlement;
        this.connectors = connectors;
        this.watch = watch;
    }

    /**
     * Call it without a transaction. Doing it twice is harmless.
     *
     * @param told called once, in a transaction, when all that this element did is taken back or a person has to look at it
     * @throws UndoIncomplete when the target still is as we made it, or cannot be read
     * @throws TargetBusy     when another run has the target in hand
     */
    public void undo(PlaybookRunId run, String activity, Runnable told) {
        List<ActionRunId> open = claims.open(run, activity);
        for (ActionRunId id : open) {
            boolean last = id.equals(open.get(open.size() - 1));
            Runnable then = last ? told : () -> { };
            claims.begin(id, then).ifPresent(claim -> takeBack(claim, then));
        }
        if (open.isEmpty()) {
            settlement.nothingToUndo(told);
        }
    }

    /** Takes one row back. Call it without a transaction. @throws UndoIncomplete and @throws TargetBusy as above */
    void undo(ActionRunId id) {
        claims.begin(id, () -> { }).ifPresent(claim -> takeBack(claim, () -> { }));
    }

    /** Takes one try back whose effect was not seen, so that its order cannot come late. Call it without a transaction. @throws UndoIncomplete as above */
    void callOff(ActionRunId id, Sighting seen) {
        if (!claims.leaveToAPerson(id, seen)) {
            claims.begin(id, () -> { }).ifPresent(claim -> takeBack(claim, () -> { }));
        }
    }

    /** Takes back what a person had to look at, now that it is seen as we made it: one that was found changed before. @throws UndoIncomplete as above */
    void again(ActionRunId id) {
        claims.beginAgain(id).ifPresent(claim -> takeBack(claim, () -> { }));
    }

    private void takeBack(UndoClaims.Claim claim, Runnable told) {
        ActionRunView effect = claim.effect();
        try (Credential credential = claim.credential()) {
            Connector connector = connectors.byId(effect.connector());
            Sighting before = watch.look(connector, callOf(effect));
            Sighting after = before.is(effect.expected()) || mayStillCome(effect, before) ? callUndo(connector, effect, credential, before) : before;
            ActionRunState result = judge(effect.prior(), effect.expected(), before, after);
            record(claim.run().id(), result, after, told);
            if (result == ActionRunState.UNDO_FAILED) {
                throw new UndoIncomplete(effect.target() + " is still contained: the undo was not seen on it (" + after.note() + ")");
            }
        } catch (NoConnector missing) {
            record(claim.run().id(), ActionRunState.UNDO_FAILED, new Sighting(Optional.empty(), missing.getMessage()), told);
            throw new UndoIncomplete(effect.target() + " is still contained: it was made through the connector '" + effect.connector()
                    + "', which is not there any more. Configure it again, or undo it by hand. " + missing.getMessage());
        }
    }

    /** If the playbook cannot go on, the undo counts as not done: the next try looks at the target and finds it restored. */
    private void record(ActionRunId run, ActionRunState result, Sighting after, Runnable told) {
        try {
            Persistently.record(() -> settlement.settle(run, result, after, told));
        } catch (RuntimeException stuck) {
            settlement.settle(run, ActionRunState.UNDO_FAILED, after, told);
            throw stuck;
        }
    }

    /** An order that was taken and never seen in effect may still come into effect: it has to be called off, though all looks as before. */
    private static boolean mayStillCome(ActionRunView effect, Sighting before) {
        return before.is(effect.prior()) && !effect.expected().equals(effect.found());
    }

    private Sighting callUndo(Connector connector, ActionRunView effect, Credential credential, Sighting before) {
        Answer answer = order(connector, effect, credential);
        LOG.info("action.undo-answered run={} answer={}", effect.id(), answer.getClass().getSimpleName());
        if (mayStillCome(effect, before) && !(answer instanceof Answer.Accepted)) {
            return new Sighting(Optional.empty(), "all looks as before, but the order could not be called off and may still come into effect");
        }
        return answer instanceof Answer.Refused ? watch.look(connector, callOf(effect)) : watch.until(effect.prior(), connector, callOf(effect));
    }

    private static Answer order(Connector connector, ActionRunView effect, Credential credential) {
        try {
            return Waiting.forProduct(() -> connector.undo(callOf(effect), effect.prior(), credential));
        } catch (CredentialRefused refused) {
            LOG.warn("action.undo-refused run={} cause={}", effect.id(), refused.getMessage());
            return new Answer.Refused(refused.getMessage());
        } catch (RuntimeException broken) {
            LOG.warn("action.undo-answer-lost run={} cause={}", effect.id(), broken.getClass().getSimpleName());
            return new Answer.Lost("The connector failed: " + broken.getClass().getSimpleName());
        }
    }

    /** PARTIAL where our undo brought something back but not all; DRIFTED where somebody else changed what we had made. */
    static ActionRunState judge(TargetState prior, TargetState expected, Sighting before, Sighting after) {
        if (after.is(prior)) {
            return ActionRunState.RESTORED;
        }
        if (after.state().isEmpty() || after.is(expected)) {
            return ActionRunState.UNDO_FAILED;
        }
        Map<String, String> found = after.state().get().attributes();
        boolean partlyBack = found.entrySet().stream().anyMatch(seen -> seen.getValue().equals(prior.attributes().get(seen.getKey()))
                && !seen.getValue().equals(expected.attributes().get(seen.getKey())));
        return before.is(expected) && partlyBack ? ActionRunState.PARTIAL : ActionRunState.DRIFTED;
    }

    private static ConnectorCall callOf(ActionRunView run) {
        return new ConnectorCall(run.id(), run.digest(), run.actionType(), run.target(), run.parameters());
    }
}
