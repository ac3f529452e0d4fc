package io.countersign.playbook;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.people.People;
import io.countersign.people.Role;
import io.countersign.playbook.GovernanceRefused.Because;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs stay on the version they began with. A governor may move one to the version that starts now, where its history allows it. */
@Service
public class RunMigrations {

    private final PlaybookRuns runs;
    private final PlaybookLibrary library;
    private final PlaybookStarter starter;
    private final RunMigration migration;
    private final RuntimeService runtime;
    private final People people;
    private final EvidenceLog evidence;

    RunMigrations(PlaybookRuns runs, PlaybookLibrary library, PlaybookStarter starter, RunMigration migration, RuntimeService runtime, People people,
                  EvidenceLog evidence) {
        this.runs = runs;
        this.library = library;
        this.starter = starter;
        this.migration = migration;
        this.runtime = runtime;
        this.people = people;
        this.evidence = evidence;
    }

    /**
     * One run on another version than the one that starts.
     *
     * @param obstacle why it cannot be moved; empty if it can
     */
    public record Offer(PlaybookRun run, int to, String obstacle) {
    }

    @Transactional(readOnly = true)
    public List<Offer> offers(String playbook) {
        Optional<PlaybookVersion> target = starter.mayStart(playbook) ? library.latest(playbook) : Optional.empty();
        return target.map(to -> runs.open(playbook).stream().filter(run -> !run.definition().equals(to.definition()))
                .map(run -> new Offer(run, to.version(), migration.obstacle(run, to.definition()).orElse(""))).toList()).orElse(List.of());
    }

    /** @throws GovernanceRefused if the person may not, gave no reasons, or the run cannot be moved from where it stands */
    @Transactional
    public void move(PlaybookRunId id, String person, String reason) {
        if (people.find(person).filter(found -> found.mayAct(Role.GOVERNOR)).isEmpty()) {
            throw new GovernanceRefused(Because.NOT_ALLOWED, "This takes the role governor. Nothing was changed.");
        }
        GovernanceRefused.requireReasons(reason);
        PlaybookRun run = runs.lock(id).orElseThrow(() -> new GovernanceRefused(Because.UNKNOWN, "There is no such run."));
        PlaybookVersion to = library.latest(run.playbook()).filter(latest -> starter.mayStart(run.playbook()) && !latest.definition().equals(run.definition()))
                .orElseThrow(() -> new GovernanceRefused(Because.NOT_POSSIBLE, "There is no other version to move it to."));
        migration.obstacle(run, to.definition()).ifPresent(why -> {
            throw new GovernanceRefused(Because.NOT_POSSIBLE, why + " Nothing was moved.");
        });
        execute(run, to);
        runs.move(id, to.version(), to.definition());
        evidence.append(EvidenceEntry.of(EvidenceKind.RUN_MIGRATED, Actor.person(person)).about(run.incident()).in(id).with("playbook", run.playbook())
                .with("from", run.version()).with("to", to.version()).with("definition", to.definition()).with("reason", reason.strip()));
    }

    private void execute(PlaybookRun run, PlaybookVersion to) {
        try {
            runtime.newMigration(migration.plan(run, to.definition())).processInstanceIds(run.id().value()).execute();
        } catch (MigratingProcessInstanceValidationException impossible) {
            throw new GovernanceRefused(Because.NOT_POSSIBLE, "The engine cannot move it from where it stands. Nothing was moved.");
        }
    }
}
