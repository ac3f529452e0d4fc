package io.countersign.playbook.work;

import io.countersign.approval.ApprovalDesk;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.Ledger;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.playbook.Suspensions;
import io.countersign.proof.Vocabulary;
import io.countersign.rollback.KeepRequested;
import io.countersign.rollback.ReleaseRequested;
import io.countersign.rollback.RollbackRequested;
import io.countersign.rollback.RunRequestRefused;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings people's orders to the process instance, in the transaction of the order. A rollback that meets an effect under way
 * is not brought before that effect is settled and the playbook has heard of it: an interrupted task would leave an effect that is
 * never compensated.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RunMessages {

    private final RuntimeService runtime;
    private final ExternalTaskService externalTasks;
    private final PlaybookRuns runs;
    private final Ledger ledger;
    private final ApprovalDesk approvals;
    private final Suspensions suspensions;
    private final Outcomes outcomes;

    RunMessages(RuntimeService runtime, ExternalTaskService externalTasks, PlaybookRuns runs, Ledger ledger, ApprovalDesk approvals,
                Suspensions suspensions, Outcomes outcomes) {
        this.runtime = runtime;
        this.externalTasks = externalTasks;
        this.runs = runs;
        this.ledger = ledger;
        this.approvals = approvals;
        this.suspensions = suspensions;
        this.outcomes = outcomes;
    }

    @EventListener
    public void on(ReleaseRequested order) {
        bring(order.run(), Vocabulary.MESSAGE_RELEASE, Map.of());
    }

    @EventListener
    public void on(KeepRequested order) {
        bring(order.run(), Vocabulary.MESSAGE_KEEP, Map.of(Vocabulary.VAR_LEASE_UNTIL, order.until().truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    @EventListener
    public void on(RollbackRequested order) {
        if (runs.find(order.run()).filter(run -> run.reverses() != null).isPresent()) {
            tryAgain(order.run());
            return;
        }
        if (externalTasks.createExternalTaskQuery().processInstanceId(order.run().value()).topicName(Vocabulary.TOPIC_UNDO).count() > 0) {
            throw new RunRequestRefused("This run is being released already: what it contains is taken back right now. Nothing more is to be ordered.");
        }
        if (!ledger.inFlight(order.run()) && !waitsFor(order.run(), Vocabulary.MESSAGE_ROLLBACK)) {
            throw new RunRequestRefused("What this run did was taken back already, and a person is asked to look at what is left: answer that task instead. "
                    + "Nothing was changed.");
        }
        rollBackIfAsked(order.run());
    }

    /** A run that takes back from the ledger waits for another round, or for a person: it goes on at once. */
    private void tryAgain(PlaybookRunId reverse) {
        if (!waitsFor(reverse, Vocabulary.MESSAGE_ROLLBACK)) {
            throw new RunRequestRefused("This run takes back what another left, and does so right now. Nothing more is to be ordered.");
        }
        correlate(reverse, Vocabulary.MESSAGE_ROLLBACK, Map.of());
    }

    /**
     * Goes on with a rollback that had to wait for an effect under way. The run is locked first: an order given at this very
     * moment is either seen here, or sees the effect settled. What the playbook asked people when it went on is withdrawn.
     */
    void rollBackIfAsked(PlaybookRunId run) {
        boolean asked = runs.lock(run).filter(PlaybookRun::rollbackRequested).filter(r -> r.state() != PlaybookRun.State.ENDED).isPresent();
        if (!asked || ledger.inFlight(run)) {
            return;
        }
        suspensions.resume(run, "it was ordered to go on");
        outcomes.tellLate(run);
        if (waitsFor(run, Vocabulary.MESSAGE_ROLLBACK)) {
            correlate(run, Vocabulary.MESSAGE_ROLLBACK, Map.of());
            approvals.withdrawAll(run);
        }
    }

    /** Whether the run waits for it is found by bringing it; the order's transaction ends with the refusal, so nothing of it stays. */
    private void bring(PlaybookRunId run, String message, Map<String, Object> variables) {
        try {
            correlate(run, message, variables);
        } catch (MismatchingMessageCorrelationException notWaiting) {
            throw new RunRequestRefused("This run is not waiting with a containment in force, so it can be neither released nor kept now. "
                    + "Roll it back instead, or wait until its actions are decided. Nothing was changed.");
        }
    }

    private boolean waitsFor(PlaybookRunId run, String message) {
        return runtime.createEventSubscriptionQuery().processInstanceId(run.value()).eventType("message").eventName(message).count() > 0;
    }

    /** @param variables set before the run goes on, so that the timer of its next wait reads them */
    private void correlate(PlaybookRunId run, String message, Map<String, Object> variables) {
        suspensions.resume(run, "it was ordered to go on");
        runtime.createMessageCorrelation(message).processInstanceId(run.value()).setVariables(variables).correlate();
    }
}
