package io.countersign.road;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.ReverseRuns;
import io.countersign.playbook.LeftBehindPump;
import io.countersign.testing.TestDatabase;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Reaches past the product into the engine and its tables, as somebody with too much access would. */
@Component
class Engine {

    final RuntimeService runtime;
    private final ReverseRuns reverses;
    private final LeftBehindPump pump;

    Engine(RuntimeService runtime, ReverseRuns reverses, LeftBehindPump pump) {
        this.runtime = runtime;
        this.reverses = reverses;
        this.pump = pump;
    }

    /** By the engine's own command, which tells those who listen. */
    void delete(PlaybookRunId run) {
        runtime.deleteProcessInstance(run.value(), "Somebody wanted it gone");
    }

    /** By the engine's own command, told to tell nobody. */
    void deleteQuietly(PlaybookRunId run) {
        runtime.deleteProcessInstance(run.value(), "Somebody wanted it gone", true, true);
    }

    /** By hand, in the tables. */
    void erase(PlaybookRunId run) {
        TestDatabase.transactions().executeWithoutResult(status -> {
            for (String table : List.of("act_ru_incident", "act_ru_ext_task", "act_ru_variable", "act_ru_event_subscr")) {
                delete("delete from " + table + " where proc_inst_id_ = ?", run);
            }
            delete("delete from act_ru_job where process_instance_id_ = ?", run);
            delete("delete from act_ru_identitylink where task_id_ in (select id_ from act_ru_task where proc_inst_id_ = ?)", run);
            delete("delete from act_ru_task where proc_inst_id_ = ?", run);
            delete("delete from act_ru_execution where proc_inst_id_ = ?", run);
        });
    }

    private static void delete(String sql, PlaybookRunId run) {
        TestDatabase.jdbcClient().sql(sql).param(run.value()).update();
    }

    /** Looks for what was left behind, now. */
    void look() {
        pump.look();
    }

    /** The latest run that takes this one back. */
    PlaybookRunId reverse(PlaybookRunId run) {
        return Road.patiently().until(() -> reverses.of(run), list -> !list.isEmpty()).get(0).id();
    }

    long reverses(PlaybookRunId run) {
        return reverses.of(run).size();
    }

    PlaybookRun latest(PlaybookRunId run) {
        return reverses.of(run).get(0);
    }
}
