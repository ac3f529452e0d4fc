package io.countersign.rollback;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.ActionType;
import io.countersign.action.Reversibility;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunView;
import io.countersign.execution.Lease;
import io.countersign.execution.Leases;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.rollback.RollbackPlan.Step;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans a rollback in words, newest effect first, and says how it stands afterwards. Reads only. */
@Service
@Transactional(readOnly = true)
public class RollbackPlanner {

    private final LeftOver left;
    private final PlaybookRuns runs;
    private final Leases leases;
    private final ActionCatalogue catalogue;

    RollbackPlanner(LeftOver left, PlaybookRuns runs, Leases leases, ActionCatalogue catalogue) {
        this.left = left;
        this.runs = runs;
        this.leases = leases;
        this.catalogue = catalogue;
    }

    /** Of a run that is over also what was left to a person: it is looked at once more. */
    public RollbackPlan plan(PlaybookRunId run) {
        boolean over = runs.find(run).filter(found -> found.state() == PlaybookRun.State.ENDED).isPresent();
        List<ActionRunView> effects = over ? left.of(run) : left.rows(run).stream().filter(row -> row.state().needsUndo() || row.state().inFlight()).toList();
        return new RollbackPlan(effects.stream().map(this::step).toList());
    }

    private Step step(ActionRunView run) {
        ActionType type = catalogue.get(run.actionType());
        if (run.state().leftToAPerson()) {
            return new Step(run, type, type.reversibility().autonomyThinkable(), "A person had to look at it. It is looked at again, and taken back only if it is seen "
                    + "just as we made it; if it is seen as before, that is written down.");
        }
        if (!run.ours() && run.lease() == null) {
            return new Step(run, type, true, "It was so before this run: it is left as it is.");
        }
        if (type.reversibility() == Reversibility.R4) {
            return new Step(run, type, false, "It cannot be undone. Afterwards a person is asked to look at " + run.target().value() + ".");
        }
        if (type.reversibility() == Reversibility.R5) {
            return new Step(run, type, false, "Undoing it by machine is unsafe. A person is asked to decide and to do it by hand.");
        }
        if (!type.reversibility().lasting()) {
            return new Step(run, type, true, "It ended by itself: nothing is there to undo.");
        }
        if (run.lease() == null) {
            return new Step(run, type, true, "It was so before this run: it is left as it is.");
        }
        List<String> others = leases.find(run.lease()).stream().flatMap(lease -> lease.holding().stream())
                .filter(holder -> !holder.actionRun().equals(run.id())).map(Lease.Holder::incident).distinct().toList();
        return others.isEmpty()
                ? new Step(run, type, true, "Undo: " + type.inverse().orElse("restore the state before") + ". The target is then observed.")
                : new Step(run, type, true, "Still held by " + String.join(", ", others) + ": the target stays contained, only this run lets go.");
    }
}
