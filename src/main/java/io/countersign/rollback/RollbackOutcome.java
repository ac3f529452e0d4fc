package io.countersign.rollback;

import io.countersign.execution.ActionRunView;
import java.util.List;

/** How a run stands after a release or rollback; the playbook's last gateway reads the name. */
public enum RollbackOutcome {
    /** Everything was seen as it was before, is held by others, or never was in effect. */
    RESTORED,
    /** Something is not as it was before: a person has to look. */
    ATTENTION;

    /** How a run stands, from all its rows of the ledger. */
    public static RollbackOutcome of(List<ActionRunView> rows) {
        return rows.stream().anyMatch(row -> row.state().needsAPerson() || row.state().inFlight()) ? ATTENTION : RESTORED;
    }
}
