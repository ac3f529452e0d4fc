package io.countersign.playbook;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.Ledger;
import io.countersign.execution.PlaybookRun;
import io.countersign.proof.Vocabulary;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.stereotype.Component;

/**
 * Whether one run can go on by another version: where it waits must be there in the same shape, and of what it did already each action
 * and each undo must mean the same. Timers keep the time that was promised.
 */
@Component
class RunMigration {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Ledger ledger;

    RunMigration(RuntimeService runtime, RepositoryService repository, Ledger ledger) {
        this.runtime = runtime;
        this.repository = repository;
        this.ledger = ledger;
    }

    MigrationPlan plan(PlaybookRun run, String target) {
        return runtime.createMigrationPlan(run.definition(), target).mapEqualActivities().build();
    }

    /** Why it cannot; empty if it can, as far as can be said before the engine tries. */
    Optional<String> obstacle(PlaybookRun run, String target) {
        if (run.state() != PlaybookRun.State.RUNNING) {
            return Optional.of("It is being rolled back, by the version that did what is undone.");
        }
        if (ledger.inFlight(run.id())) {
            return Optional.of("An effect of it is under way.");
        }
        try {
            return unmapped(run, plan(run, target)).or(() -> changed(run, target));
        } catch (MigrationPlanValidationException impossible) {
            return Optional.of("The versions differ too much: the engine finds no way from one to the other.");
        }
    }

    private Optional<String> unmapped(PlaybookRun run, MigrationPlan plan) {
        Set<String> mapped = plan.getInstructions().stream().filter(one -> one.getSourceActivityId().equals(one.getTargetActivityId()))
                .map(MigrationInstruction::getSourceActivityId).collect(Collectors.toSet());
        Set<String> lost = new TreeSet<>(runtime.getActiveActivityIds(run.id().value()));
        lost.removeAll(mapped);
        return lost.isEmpty() ? Optional.empty() : Optional.of("It stands at " + String.join(", ", lost) + ", which is not there in the same shape.");
    }

    private Optional<String> changed(PlaybookRun run, String target) {
        BpmnModelInstance old = repository.getBpmnModelInstance(run.definition());
        BpmnModelInstance now = repository.getBpmnModelInstance(target);
        Set<String> done = new HashSet<>(subscribed(run.id()));
        ledger.ofRun(run.id()).forEach(row -> done.add(row.activity()));
        Set<String> with = done.stream().flatMap(activity -> Stream.concat(Stream.of(activity), undoing(old, activity))).collect(Collectors.toCollection(TreeSet::new));
        with.removeIf(element -> meaning(old, element).equals(meaning(now, element)));
        return with.isEmpty() ? Optional.empty() : Optional.of("It has had effects, and " + String.join(", ", with) + " is another thing in the other version.");
    }

    private Collection<String> subscribed(PlaybookRunId run) {
        return runtime.createEventSubscriptionQuery().processInstanceId(run.value()).eventType("compensate").list().stream()
                .map(EventSubscription::getActivityId).toList();
    }

    private static Stream<String> undoing(BpmnModelInstance model, String activity) {
        return model.getModelElementsByType(ServiceTask.class).stream().filter(task -> activity.equals(Properties.of(task).get(Vocabulary.UNDOES))).map(ServiceTask::getId);
    }

    /** Properties of an element and the properties of what undoes it. */
    private static List<Map<String, String>> meaning(BpmnModelInstance model, String id) {
        BaseElement element = model.getModelElementById(id);
        return element == null ? List.of() : Stream.concat(Stream.of(Properties.of(element)), undoing(model, id).sorted()
                .map(undo -> Properties.of(model.<BaseElement>getModelElementById(undo)))).toList();
    }
}
