package io.countersign.rehearsal;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunView;
import io.countersign.execution.Ledger;
import io.countersign.playbook.RunHistory;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Where a run is, for the one who waits in vain. */
record Where(ApplicationContext product, PlaybookRunId run) {

    List<String> standing() {
        return product.getBean(RunHistory.class).of(run).map(progress -> progress.active()).orElse(List.of());
    }

    String words() {
        List<String> active = standing();
        return active.isEmpty() ? "the run has ended" : "the run stands at " + String.join(", ", active);
    }

    String ledger() {
        List<ActionRunView> rows = product.getBean(Ledger.class).ofRun(run);
        return "the ledger has " + rows.stream().map(row -> row.activity() + " " + row.state()).toList() + ", and " + words();
    }
}
