package io.countersign.execution;

import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the ledger. */
@Service
@Transactional(readOnly = true)
public class Ledger {

    private static final List<ActionRunState> IN_FLIGHT = Arrays.stream(ActionRunState.values()).filter(ActionRunState::inFlight).toList();

    private static final List<String> IN_EFFECT = Arrays.stream(ActionRunState.values()).filter(state -> state.needsUndo() || state.inFlight())
            .map(Enum::name).toList();

    private final ActionRuns runs;

    Ledger(ActionRuns runs) {
        this.runs = runs;
    }

    public Optional<ActionRunView> find(ActionRunId id) {
        return runs.findById(id.value()).map(ActionRun::view);
    }

    /** Oldest first. */
    public List<ActionRunView> ofRun(PlaybookRunId run) {
        return runs.findByPlaybookRunOrderByCreatedAt(run.value()).stream().map(ActionRun::view).toList();
    }

    /** Oldest first. */
    public List<ActionRunView> ofIncident(IncidentId incident) {
        return runs.findByIncidentOrderByCreatedAt(incident.number()).stream().map(ActionRun::view).toList();
    }

    /** What this agent asked for that is in effect or under way, in runs that have not ended. Newest first. */
    public List<ActionRunView> inEffectOf(String agent) {
        return runs.ofAgentInOpenRuns(agent, IN_EFFECT).stream().map(ActionRun::view).toList();
    }

    /** Whether an effect of this run is in a worker's hands: a rollback has to wait for it. */
    public boolean inFlight(PlaybookRunId run) {
        return runs.existsByPlaybookRunAndStateIn(run.value(), IN_FLIGHT);
    }
}
