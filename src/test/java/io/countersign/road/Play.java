package io.countersign.road;

import io.countersign.action.RiskTier;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceTrail;
import io.countersign.execution.Leases;
import io.countersign.playbook.CompleteTask;
import io.countersign.playbook.PersonTask;
import io.countersign.playbook.PlaybookStarter;
import io.countersign.testing.MovableClock;
import java.util.Map;
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
    private final CompleteTask tasks;

    Play(Stage stage, Road road, MovableClock clock, Leases leases, EvidenceTrail trail, Organisation organisation, PlaybookStarter starter, CompleteTask tasks) {
        this.stage = stage;
        this.road = road;
        this.clock = clock;
        this.leases = leases;
        this.trail = trail;
        this.organisation = organisation;
        this.starter = starter;
        this.tasks = tasks;
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
        tasks.complete(task.id(), answer, person, organisation.password(person));
    }
}
