package io.countersign.rollback;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.ActionType;
import io.countersign.action.Reversibility;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunView;
import io.countersign.execution.Lease;
import io.countersign.execution.Leases;
import io.countersign.execution.Ledger;
import io.countersign.rollback.RollbackPlan.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans a rollback in words, newest effect first, and says how it stands afterwards. Reads only. */
@Service
@Transactional(readOnly = true)
public class RollbackPlanner {

    private final Ledger ledger;
    private final Leases leases;
    private final ActionCatalogue catalogue;

    RollbackPlanner(Ledger ledger, Leases leases, ActionCatalogue catalogue) {
        this.ledger = ledger;
        this.leases = leases;
        this.catalogue = catalogue;
    }

    public RollbackPlan plan(PlaybookRunId run) {
        List<ActionRunView> effects = new ArrayList<>(ledger.ofRun(run).stream().filter(r -> r.state().needsUndo() || r.state().inFlight()).toList());
        Collections.reverse(effects);
        return new RollbackPlan(effects.stream().map(this::step).toList());
    }

    private Step step(ActionRunView run) {
        ActionType type = catalogue.get(run.actionType());
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
