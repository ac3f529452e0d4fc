package io.countersign.road;

import io.countersign.action.RiskTier;
import io.countersign.evidence.Actor;
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
    private final Organisation organisation;
    private final PlaybookStarter starter;
    private final CompleteTask tasks;

    Play(Stage stage, Road road, MovableClock clock, Leases leases, Organisation organisation, PlaybookStarter starter, CompleteTask tasks) {
        this.stage = stage;
        this.road = road;
        this.clock = clock;
        this.leases = leases;
        this.organisation = organisation;
        this.starter = starter;
        this.tasks = tasks;
    }

    Walk begin(Script script, RiskTier tier) {
        return begin(stage.scene(script, tier));
    }

    Walk begin(Scene scene) {
        return new Walk(scene, starter.start(scene.incident(), scene.script().key, "the test starts it", Actor.system("test-world")), this);
    }

    void complete(PersonTask task, Map<String, ?> answer, String person) {
        tasks.complete(task.id(), answer, person, organisation.password(person));
    }
}
