package io.countersign.road;

import io.countersign.action.RiskTier;
import io.countersign.action.Target;
import io.countersign.approval.ApprovalRequestView;
import io.countersign.approval.Approvals;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceTrail;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.Leases;
import io.countersign.playbook.CompleteTask;
import io.countersign.playbook.PersonTask;
import io.countersign.playbook.PersonTasks;
import io.countersign.playbook.PlaybookStarter;
import io.countersign.rollback.RunOrders;
import io.countersign.testing.MovableClock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Starts playbooks and lets people answer what they ask. */
@Component
class Play {

    final Stage stage;
    final Road road;
    final MovableClock clock;
    final Leases leases;
    final EvidenceTrail trail;
    private final Organisation organisation;
    private final PlaybookStarter starter;
    private final CompleteTask complete;
    private final PersonTasks tasks;
    private final Approvals approvals;
    private final RunOrders orders;
    private final Deeds deeds;

    Play(Stage stage, Road road, MovableClock clock, Leases leases, EvidenceTrail trail, Organisation organisation, PlaybookStarter starter,
         CompleteTask complete, PersonTasks tasks, Approvals approvals, RunOrders orders, Deeds deeds) {
        this.stage = stage;
        this.road = road;
        this.clock = clock;
        this.leases = leases;
        this.trail = trail;
        this.organisation = organisation;
        this.starter = starter;
        this.complete = complete;
        this.tasks = tasks;
        this.approvals = approvals;
        this.orders = orders;
        this.deeds = deeds;
    }

    Walk begin(Script script, RiskTier tier) {
        return begin(stage.scene(script, tier));
    }

    Walk begin(Scene scene) {
        return begin(scene, Actor.system("test-world"));
    }

    Walk begin(Scene scene, Actor by) {
        return new Walk(scene, starter.start(scene.incident(), scene.script().key, "the test starts it", by), this);
    }

    void complete(PersonTask task, Map<String, ?> answer, String person) {
        complete.complete(task.id(), answer, person, organisation.password(person));
    }

    /** Waits until the request is as wanted. */
    ApprovalRequestView approval(UUID id, Predicate<ApprovalRequestView> as) {
        return Road.patiently().until(() -> approvals.find(id).orElseThrow(), as);
    }

    /** Waits until people are asked anew. */
    void nextApproval(PlaybookRunId run, ApprovalRequestView after) {
        Road.patiently().until(() -> approvals.ofRun(run).stream().anyMatch(a -> a.state().name().equals("PENDING") && !a.id().equals(after.id())));
    }

    /** Whether people are still asked anything about the run. */
    boolean asksAnybody(PlaybookRunId run) {
        return approvals.ofRun(run).stream().anyMatch(a -> a.state().name().equals("PENDING")) || !tasks.ofRun(run).isEmpty();
    }

    /** The action finds something to do: an agent holds a credential, and an effect of it is in force. */
    void somethingToDo(String action, Target target) {
        if (action.equals("revoke-agent-credentials")) {
            deeds.holdsACredential(target.value());
        } else if (action.equals("roll-back-agent-actions")) {
            Walk blocking = begin(Script.BLOCK, RiskTier.AUTONOMOUS);
            blocking.contained("block-address");
            blocking.inForce();
            deeds.ascribe(blocking.run(), target.value());
        }
    }

    void keep(PlaybookRunId run, Instant until) {
        orders.keep(run, until, "The test wants it kept", Actor.person("ana"));
    }
}
