package io.countersign.playbook.engine;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.Leases;
import io.countersign.execution.PlaybookRuns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** When the timer of a containment in force fires, the record says that the lease ran out, before the release that follows. */
@Component
class LeaseEndListener implements ExecutionListener {

    private final PlaybookRuns runs;
    private final Leases leases;

    LeaseEndListener(PlaybookRuns runs, Leases leases) {
        this.runs = runs;
        this.leases = leases;
    }

    @Override
    public void notify(DelegateExecution execution) {
        runs.find(new PlaybookRunId(execution.getProcessInstanceId())).ifPresent(leases::expired);
    }
}
