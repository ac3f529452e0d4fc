package io.countersign.execution;

import io.countersign.policy.Assessment;
import io.countersign.stop.Deed;
import io.countersign.stop.Stop;
import io.countersign.stop.Stops;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds back what somebody stopped: it is kept that it waits, and nothing is lost. */
@Component
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = ActionHeld.class)
class StopGate {

    private final Stops stops;
    private final HeldActions held;
    private final PlaybookRuns runs;
    private final ExecutionRecord record;

    StopGate(Stops stops, HeldActions held, PlaybookRuns runs, ExecutionRecord record) {
        this.stops = stops;
        this.held = held;
        this.runs = runs;
        this.record = record;
    }

    Deed deed(Assessment assessment, String connector) {
        return new Deed(runs.find(assessment.request().playbookRun()).map(PlaybookRun::playbook).orElse(""), assessment.request().actionType(), connector);
    }

    /** A first look, before anything is done. @throws ActionHeld and the transaction still commits */
    void early(Assessment assessment, String connector) {
        if (!stops.inForce().isEmpty()) {
            stops.against(deed(assessment, connector)).stream().findFirst().ifPresent(stop -> hold(assessment, stop));
        }
    }

    /** The last look: a stop pressed from now on waits until the caller's transaction ends. @throws ActionHeld and the transaction still commits */
    void last(Assessment assessment, Deed deed) {
        stops.gate(deed).ifPresent(stop -> hold(assessment, stop));
    }

    /** It waits no more. @return whether it did */
    boolean over(Assessment assessment) {
        return held.over(assessment.digest());
    }

    private void hold(Assessment assessment, Stop stop) {
        if (held.hold(assessment, stop.id())) {
            record.held(assessment, stop);
        }
        throw new ActionHeld("It is held back by stop " + stop.id() + " of " + stop.scope());
    }
}
