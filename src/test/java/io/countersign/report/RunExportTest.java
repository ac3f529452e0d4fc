package io.countersign.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.RiskTier;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRun;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunExportTest {

    private final PlaybookRun run = new PlaybookRun(new PlaybookRunId("run-1"), new IncidentId(31), "isolate-infected-host", 7, "d:7:1", "SYSTEM", "policy",
            "Malware on a host", PlaybookRun.State.RUNNING, null, Instant.EPOCH, null, null, null, null, null, false);

    @Test
    void everyActionHasALineOfItsOwn() {
        RunRow.Action isolate = new RunRow.Action("Isolate host", "ws-0142", RiskTier.DUAL, "RT-07", "triage-1", "CONFIRMED", true);
        RunRow.Action block = new RunRow.Action("Block address", "203.0.113.9", RiskTier.DENY, "RT-00", "triage-1", null, false);
        RunExport export = export(List.of(isolate, block));
        assertThat(export.rows()).hasSize(2).allSatisfy(row -> assertThat(row).hasSameSizeAs(export.columns()).doesNotContain("null"));
        assertThat(export.rows().get(0)).contains("INC-31", "ws-0142", "DUAL", "CONFIRMED", "ben (EDR) approved");
    }

    @Test
    void aRunWithoutActionsIsNotLeftOut() {
        assertThat(export(List.of()).rows()).singleElement().satisfies(row -> assertThat(row).hasSameSizeAs(export(List.of()).columns()).contains("run-1"));
    }

    private RunExport export(List<RunRow.Action> actions) {
        return RunExport.of(List.of(new RunRow(run, "Isolate an infected host", "Beaconing", "Policy", actions,
                List.of(new RunRow.Said("ben", "Ben Okafor", "EDR", true)))));
    }
}
