package io.countersign.report;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.playbook.PersonTask;
import io.countersign.playbook.PersonTasks;
import io.countersign.playbook.RunHistory;
import io.countersign.playbook.RunProgress;
import io.countersign.rollback.RollbackPlan;
import io.countersign.rollback.RollbackPlanner;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where a run stands right now: in its drawing, in what it waits for, in what it holds, and in how it would be taken back. */
@Component
class RunStanding {

    private final PlaybookRuns runs;
    private final RunHistory history;
    private final PersonTasks tasks;
    private final ContainmentBoard board;
    private final RollbackPlanner planner;

    RunStanding(PlaybookRuns runs, RunHistory history, PersonTasks tasks, ContainmentBoard board, RollbackPlanner planner) {
        this.runs = runs;
        this.history = history;
        this.tasks = tasks;
        this.board = board;
        this.planner = planner;
    }

    Optional<PlaybookRun> run(PlaybookRunId id) {
        return runs.find(id);
    }

    Optional<PersonTask> task(String id) {
        return tasks.find(id);
    }

    String form(String task) {
        return tasks.form(task);
    }

    RunProgress progress(PlaybookRunId run) {
        return history.of(run).orElse(null);
    }

    List<PersonTask> waiting(PlaybookRunId run) {
        return tasks.ofRun(run);
    }

    List<ContainedTarget> contained(PlaybookRunId run) {
        return board.ofRun(run);
    }

    List<RollbackPlan.Step> plan(PlaybookRunId run) {
        return planner.plan(run).steps();
    }
}
