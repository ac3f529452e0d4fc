package io.countersign.road;

import static org.awaitility.Awaitility.await;

import io.countersign.approval.ApprovalRequestView;
import io.countersign.approval.Approvals;
import io.countersign.approval.DecideApproval;
import io.countersign.approval.Decision;
import io.countersign.evidence.Actor;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunState;
import io.countersign.execution.ActionRunView;
import io.countersign.execution.HeldActions;
import io.countersign.execution.Ledger;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.incident.AlertIntake;
import io.countersign.incident.AlertSource;
import io.countersign.incident.AlertSources;
import io.countersign.incident.IntakeOutcome;
import io.countersign.playbook.PersonTask;
import io.countersign.playbook.PersonTasks;
import io.countersign.playbook.RunHistory;
import io.countersign.rollback.RunOrders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.core.ConditionFactory;
import org.springframework.stereotype.Component;

/** Drives the product as people and sensors do, and waits for what they would wait for. */
@Component
public class Road {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AlertIntake intake;
    private final AlertSources sources;
    private final PlaybookRuns runs;
    private final Ledger ledger;
    private final Approvals approvals;
    private final DecideApproval decide;
    private final RunOrders orders;
    private final PersonTasks tasks;
    private final RunHistory history;
    private final HeldActions held;

    Road(AlertIntake intake, AlertSources sources, PlaybookRuns runs, Ledger ledger, Approvals approvals, DecideApproval decide, RunOrders orders,
         PersonTasks tasks, RunHistory history, HeldActions held) {
        this.intake = intake;
        this.sources = sources;
        this.runs = runs;
        this.ledger = ledger;
        this.approvals = approvals;
        this.decide = decide;
        this.orders = orders;
        this.tasks = tasks;
        this.history = history;
        this.held = held;
    }

    /** Looks often, so that no test waits for the next look. */
    static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20));
    }

    /** Posts a generic alert with observables such as {@code {"kind":"host","value":"x"}}. */
    public IncidentId alert(String severity, String technique, String... observables) {
        AlertSource source = source();
        String body = """
                {"id": "%s", "title": "Test alert", "severity": "%s", "techniques": ["%s"], "observables": [%s]}"""
                .formatted(UUID.randomUUID(), severity, technique, String.join(",", observables));
        IntakeOutcome outcome = intake.receive(source, body.getBytes(StandardCharsets.UTF_8), false).get(0);
        if (outcome instanceof IntakeOutcome.Accepted accepted) {
            return accepted.incident();
        }
        throw new AssertionError("The alert was not accepted: " + outcome);
    }

    public static String observable(String kind, String value) {
        return "{\"kind\":\"" + kind + "\",\"value\":\"" + value + "\"}";
    }

    /** A thing that joins its alert to no incident that names it, too. */
    public static String apart(String kind, String value) {
        return "{\"kind\":\"" + kind + "\",\"value\":\"" + value + "\",\"shared\":true}";
    }

    public PlaybookRunId run(IncidentId incident, String playbook) {
        return patiently().until(() -> runs.ofIncident(incident).stream().filter(run -> run.playbook().equals(playbook)).findFirst(),
                java.util.Optional::isPresent).orElseThrow().id();
    }

    public ApprovalRequestView waitingApproval(PlaybookRunId run) {
        return patiently().until(() -> approvals.ofRun(run).stream().filter(a -> a.state().name().equals("PENDING")).toList(), list -> list.size() == 1).get(0);
    }

    public void approve(PlaybookRunId run, String person) {
        decide(run, person, true);
    }

    public void refuse(PlaybookRunId run, String person) {
        decide(run, person, false);
    }

    private void decide(PlaybookRunId run, String person, boolean approved) {
        ApprovalRequestView request = waitingApproval(run);
        decide.decide(new Decision(request.id(), request.digest(), approved, "Seen and thought through by " + person, person));
    }

    public PersonTask waitingTask(PlaybookRunId run, PersonTask.Kind kind) {
        return patiently().until(() -> tasks.ofRun(run).stream().filter(task -> task.kind() == kind).toList(), list -> list.size() == 1).get(0);
    }

    /** Waits until the token stands on the element. */
    public void standsAt(PlaybookRunId run, String element) {
        patiently().until(() -> history.of(run).filter(progress -> progress.active().contains(element)).isPresent());
    }

    public ActionRunView action(PlaybookRunId run, String activity, ActionRunState state) {
        return patiently().until(() -> ledger.ofRun(run).stream().filter(row -> row.activity().equals(activity)).filter(row -> row.state() == state).toList(),
                list -> !list.isEmpty()).get(0);
    }

    public PlaybookRun ended(PlaybookRunId run) {
        return patiently().until(() -> runs.find(run).orElseThrow(), ended -> ended.state() == PlaybookRun.State.ENDED);
    }

    public PlaybookRun find(PlaybookRunId run, Predicate<PlaybookRun> as) {
        return patiently().until(() -> runs.find(run).orElseThrow(), as);
    }

    public void rollBack(PlaybookRunId run) {
        orders.rollBack(run, "The test wants everything back", Actor.person("ana"));
    }

    public void release(PlaybookRunId run) {
        orders.release(run, "The test wants it released", Actor.person("ana"));
    }

    /** Waits until an action of the run waits behind a stop. */
    public void held(PlaybookRunId run) {
        patiently().until(() -> held.waiting(1000).stream().anyMatch(action -> action.playbookRun().equals(run)));
    }

    public List<ActionRunView> actions(PlaybookRunId run) {
        return ledger.ofRun(run);
    }

    private synchronized AlertSource source() {
        return sources.all().stream().filter(source -> source.name().equals("road-test")).findFirst().orElseGet(() -> {
            sources.create("road-test", "generic", Actor.system("test-setup"));
            return source();
        });
    }
}
