package io.countersign.execution;

import io.countersign.connector.Answer;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.PlaybookRunId;
import org.springframework.stereotype.Service;

/**
 * Takes back one effect that stands in the ledger, whatever became of the process that made it. What was under way is looked at first;
 * what was left to a person is touched only if it is seen just as we made it.
 */
@Service
public class LedgerUndo {

    private final Ledger ledger;
    private final TargetLook look;
    private final Settlement settlement;
    private final UndoSettlement undone;
    private final ActionUndo undo;

    LedgerUndo(Ledger ledger, TargetLook look, Settlement settlement, UndoSettlement undone, ActionUndo undo) {
        this.ledger = ledger;
        this.look = look;
        this.settlement = settlement;
        this.undone = undone;
        this.undo = undo;
    }

    /**
     * Call it without a transaction. Doing it twice is harmless.
     *
     * @throws UndoIncomplete when the target still is as we made it, or cannot be read
     * @throws TargetBusy     when somebody has the effect or its undo in hand
     */
    public void takeBack(ActionRunId id) {
        ActionRunView row = find(id);
        if (row.state().inFlight()) {
            look.requireAbandoned(row);
            settle(row, "The worker that made the call did not record its end");
        }
        if (row.state().leftToAPerson()) {
            takeBackIfSeen(row);
        } else {
            undo.undo(id);
        }
    }

    /** Writes down what became of an effect whose maker cannot tell its playbook any more. */
    public void settleAlone(PlaybookRunId run, String activity) {
        ledger.ofRun(run).stream().filter(row -> row.activity().equals(activity) && row.state().inFlight())
                .forEach(row -> settle(row, "Its playbook run was gone when the call came back"));
    }

    private void settle(ActionRunView row, String why) {
        settlement.settle(row.id(), new Answer.Lost(why), look.until(row.expected(), row), nobody -> { });
    }

    private void takeBackIfSeen(ActionRunView row) {
        Sighting seen = look.once(row);
        if (seen.is(row.prior())) {
            undone.seenRestored(row.id(), seen);
        } else if (seen.is(row.expected())) {
            undo.again(row.id());
        }
    }

    private ActionRunView find(ActionRunId id) {
        return ledger.find(id).orElseThrow(() -> new IllegalStateException("Ledger row " + id + " is missing"));
    }
}
