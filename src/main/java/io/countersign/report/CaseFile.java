package io.countersign.report;

import io.countersign.execution.PlaybookRun;
import io.countersign.incident.IncidentView;
import io.countersign.playbook.PersonTask;
import io.countersign.playbook.RunProgress;
import io.countersign.recommendation.Recommendation;
import io.countersign.rollback.RollbackPlan;
import java.util.List;

/**
 * Everything about one playbook run: what an auditor reads to say who decided what on which evidence.
 *
 * @param playbook       name of the playbook
 * @param startedBy      who started it
 * @param recommendation the latest advice of the run, or null as long as there is none
 * @param advisedBy      the agent that gave it, or null
 * @param actions        each request that policy assessed, oldest first; an action that went stale stands there again
 * @param contained      what the run holds or held
 * @param waiting        what waits for people in it
 * @param plan           what a rollback would do now, in its order
 * @param progress       where it stands in its drawing; null if the engine no longer knows the run
 * @param similar        other incidents with a technique or a thing in common, and how their runs ended
 */
public record CaseFile(PlaybookRun run, String playbook, Who startedBy, IncidentView incident, Recommendation recommendation, Who advisedBy,
                       List<ActionCase> actions, List<ContainedTarget> contained, List<PersonTask> waiting, List<RollbackPlan.Step> plan,
                       RunProgress progress, List<SimilarIncident> similar) {
}
