package io.countersign.rollback;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.ReverseRuns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Orders for runs that are over: the ledger takes back what they left. The caller holds the run's row, so of two orders at once one is refused. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReverseOrders {

    private final LeftOver left;
    private final ReverseRuns reverses;
    private final EvidenceLog evidence;
    private final ApplicationEventPublisher events;

    ReverseOrders(LeftOver left, ReverseRuns reverses, EvidenceLog evidence, ApplicationEventPublisher events) {
        this.left = left;
        this.reverses = reverses;
        this.evidence = evidence;
        this.events = events;
    }

    /** @param ended locked. @throws RunRequestRefused if nothing is left, or it is being taken back */
    void order(PlaybookRun ended, String reason, Actor by) {
        reverses.open(ended.id()).ifPresent(reverse -> {
            throw new RunRequestRefused("What this run left is being taken back by run " + reverse.id() + " since " + reverse.startedAt() + ", asked by "
                    + reverse.startedBy() + ". Look there for how it stands.");
        });
        if (left.of(ended.id()).isEmpty()) {
            throw new RunRequestRefused("This run ended at " + ended.endedAt() + " (" + ended.outcome() + "), and according to the ledger nothing of it is left "
                    + "on any target: there is nothing to take back.");
        }
        evidence.append(EvidenceEntry.of(EvidenceKind.ROLLBACK_REQUESTED, by).about(ended.incident()).in(ended.id()).with("order", "roll back")
                .with("reason", reason).with("fromTheLedger", true));
        events.publishEvent(new ReverseRunRequested(ended, reason, by));
    }
}
