package io.countersign.desk.api;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.report.CaseFile;
import io.countersign.report.CaseFiles;
import io.countersign.report.RunExport;
import io.countersign.report.RunPage;
import io.countersign.report.RunSearch;
import io.countersign.report.Timeline;
import io.countersign.report.TimelineLine;
import io.countersign.rollback.RollbackPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;

/** Runs, as auditors read them. */
@RestController
@Tag(name = "Runs")
class RunApi {

    private final RunSearch search;
    private final CaseFiles files;
    private final Timeline timeline;

    RunApi(RunSearch search, CaseFiles files, Timeline timeline) {
        this.search = search;
        this.files = files;
        this.timeline = timeline;
    }

    @GetMapping("/api/runs")
    @Operation(summary = "Finds runs, newest first; every criterion given has to hold")
    RunPage find(@ParameterObject RunCriteria criteria, @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
        return search.find(criteria.query(), offset, limit);
    }

    @GetMapping("/api/runs.csv")
    @Operation(summary = "The same as a table, one line for each action; at most 10,000 runs")
    ModelAndView export(@ParameterObject RunCriteria criteria) {
        RunExport export = search.export(criteria.query());
        return new ModelAndView("csv", Map.of("filename", "countersign-runs.csv", "columns", export.columns(), "rows", export.rows()));
    }

    @GetMapping("/api/runs/{id}")
    @Operation(summary = "The case file of a run")
    CaseFile one(@PathVariable String id) {
        return files.ofRun(new PlaybookRunId(id)).orElseThrow(() -> unknown(id));
    }

    @GetMapping("/api/runs/{id}/timeline")
    @Operation(summary = "What happened in a run, oldest first, in plain sentences")
    List<TimelineLine> timeline(@PathVariable String id) {
        List<TimelineLine> lines = timeline.ofRun(new PlaybookRunId(id));
        if (lines.isEmpty()) {
            throw unknown(id);
        }
        return lines;
    }

    @GetMapping("/api/runs/{id}/plan")
    @Operation(summary = "What a rollback would do now, in its order, and what it could not undo")
    List<RollbackPlan.Step> plan(@PathVariable String id) {
        return one(id).plan();
    }

    private static NotFound unknown(String id) {
        return new NotFound("There is no run " + id + ".");
    }
}
