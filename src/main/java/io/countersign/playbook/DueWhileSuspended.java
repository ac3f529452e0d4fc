package io.countersign.playbook;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.Ledger;
import io.countersign.proof.Vocabulary;
import java.time.InstantSource;
import java.util.Date;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A suspended run may stand still, but not in the way of an undo: as soon as something of that kind is due it goes on. New effects are
 * stopped by other means, which let undo through.
 */
@Component
class DueWhileSuspended {

    private final ManagementService management;
    private final ExternalTaskService externalTasks;
    private final Ledger ledger;
    private final Suspensions suspensions;
    private final InstantSource clock;

    DueWhileSuspended(ManagementService management, ExternalTaskService externalTasks, Ledger ledger, Suspensions suspensions, InstantSource clock) {
        this.management = management;
        this.externalTasks = externalTasks;
        this.ledger = ledger;
        this.suspensions = suspensions;
        this.clock = clock;
    }

    /** Lets it go on if a lease or another timer has run out, an undo waits, or an effect is not settled. */
    @Transactional
    public void resume(PlaybookRunId run) {
        if (management.createJobQuery().processInstanceId(run.value()).suspended().duedateLowerThan(Date.from(clock.instant())).count() > 0) {
            suspensions.resume(run, "a timer ran out");
        } else if (Stream.of(Vocabulary.TOPIC_UNDO, LedgerProcess.TOPIC).anyMatch(topic -> waits(run, topic))) {
            suspensions.resume(run, "an undo waits");
        } else if (ledger.inFlight(run)) {
            suspensions.resume(run, "an effect is under way");
        }
    }

    private boolean waits(PlaybookRunId run, String topic) {
        return externalTasks.createExternalTaskQuery().processInstanceId(run.value()).topicName(topic).count() > 0;
    }
}
