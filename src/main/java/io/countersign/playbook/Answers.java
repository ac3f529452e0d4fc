package io.countersign.playbook;

import io.countersign.evidence.Actor;
import io.countersign.execution.AfterReview;
import io.countersign.execution.Leases;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.playbook.PersonTask.Kind;
import io.countersign.proof.Vocabulary;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * What a person's answer means for the run. Whoever reviews a rollback and says that something is still followed up does not end the
 * run: the task stays open until somebody can state what is left, so nothing contained is forgotten
 * ({@code FollowUpTest.whatIsFollowedUpStaysOpenUntilAPersonStatesWhatIsLeft}).
 */
@Component
class Answers {

    private static final String FOLLOW_UP = "FOLLOW_UP";

    private final TaskService tasks;
    private final IdentityService identity;
    private final PlaybookRuns runs;
    private final Leases leases;
    private final AfterReview review;
    private final InstantSource clock;

    Answers(TaskService tasks, IdentityService identity, PlaybookRuns runs, Leases leases, AfterReview review, InstantSource clock) {
        this.tasks = tasks;
        this.identity = identity;
        this.runs = runs;
        this.leases = leases;
        this.review = review;
        this.clock = clock;
    }

    void apply(PersonTask task, Map<String, Object> values, String username) {
        identity.setAuthenticatedUserId(username);
        try {
            if (task.kind() == Kind.REVIEW && FOLLOW_UP.equals(values.get("statement"))) {
                askAgain(task, values, Actor.person(username));
            } else {
                complete(task, values, username);
            }
        } finally {
            identity.clearAuthentication();
        }
    }

    private void complete(PersonTask task, Map<String, Object> values, String username) {
        if (task.kind() == Kind.REVIEW) {
            review.close(run(task), String.valueOf(values.get("statement")), Actor.person(username));
        }
        // Holds the row: from here on nobody is first any more.
        TaskGone.orElse(() -> {
            tasks.setAssignee(task.id(), username);
            return task;
        });
        tasks.complete(task.id(), task.kind() == Kind.RESOLVE ? Map.of(Vocabulary.variable(task.activity(), "Next"), values.get("next")) : Map.of());
    }

    private void askAgain(PersonTask task, Map<String, Object> values, Actor person) {
        Instant again = values.get("again") instanceof LocalDate day ? day.atStartOfDay(ZoneOffset.UTC).toInstant() : clock.instant().plus(1, ChronoUnit.DAYS);
        leases.followUp(run(task), again, String.valueOf(values.get("reason")), person);
        Task open = tasks.createTaskQuery().taskId(task.id()).singleResult();
        open.setFollowUpDate(Date.from(again));
        tasks.saveTask(open);
    }

    private PlaybookRun run(PersonTask task) {
        return runs.find(task.run()).orElseThrow();
    }
}
