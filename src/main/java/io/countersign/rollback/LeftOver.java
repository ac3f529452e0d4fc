package io.countersign.rollback;

import io.countersign.action.ActionCatalogue;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunState;
import io.countersign.execution.ActionRunView;
import io.countersign.execution.Ledger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What of a run's effects is not seen to be back, according to the ledger. Reads only. */
@Service
@Transactional(readOnly = true)
public class LeftOver {

    private final Ledger ledger;
    private final ActionCatalogue catalogue;

    LeftOver(Ledger ledger, ActionCatalogue catalogue) {
        this.ledger = ledger;
        this.catalogue = catalogue;
    }

    /** Newest first; without what was so before the run, and without what ended by itself. */
    public List<ActionRunView> of(PlaybookRunId run) {
        return rows(run).stream().filter(this::isLeft).toList();
    }

    /** All that the run tried, newest first. */
    List<ActionRunView> rows(PlaybookRunId run) {
        List<ActionRunView> rows = new ArrayList<>(ledger.ofRun(run));
        Collections.reverse(rows);
        return rows;
    }

    private boolean isLeft(ActionRunView row) {
        boolean open = row.state().inFlight() || row.state().needsAPerson();
        return open && !(row.state() == ActionRunState.CONFIRMED && (notOurs(row) || endedByItself(row)));
    }

    private static boolean notOurs(ActionRunView row) {
        return !row.ours() && row.lease() == null;
    }

    private boolean endedByItself(ActionRunView row) {
        return catalogue.find(row.actionType()).filter(type -> !type.reversibility().lasting() && type.reversibility().autonomyThinkable()).isPresent();
    }
}
