package io.countersign.playbook;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.playbook.gate.Bundle;
import io.countersign.playbook.gate.Bundles;
import io.countersign.playbook.gate.Submission;
import io.countersign.playbook.gate.Submissions;
import io.countersign.proof.Finding;
import io.countersign.proof.diff.AuthorityChanges;
import io.countersign.proof.diff.Change;
import io.countersign.proof.diff.Direction;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what came to the gate and what became of it, and carries out what it decided: books, evidence and engine in one transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GateBooks {

    private static final Logger LOG = LoggerFactory.getLogger(GateBooks.class);
    private static final int MOST = 20;

    private final Bundles bundles;
    private final Submissions submissions;
    private final ProvedDeployment deployment;
    private final DeployedVersions versions;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    GateBooks(Bundles bundles, Submissions submissions, ProvedDeployment deployment, DeployedVersions versions, EvidenceLog evidence, InstantSource clock) {
        this.bundles = bundles;
        this.submissions = submissions;
        this.deployment = deployment;
        this.versions = versions;
        this.evidence = evidence;
        this.clock = clock;
    }

    public Submission submission(DeployRequest request, Bundle bundle, List<String> keys, Submission.Outcome outcome, List<String> problems,
                          List<AuthorityChanges> changes) {
        return new Submission(UUID.randomUUID(), request.name(), request.source(), Actor.person(request.person()), bundle.hash(), keys, outcome, problems, changes,
                clock.instant(), Optional.empty());
    }

    public Submission shipped(String name, Bundle bundle, List<String> keys) {
        return new Submission(UUID.randomUUID(), name, "shipped", Actor.system("countersign"), bundle.hash(), keys, Submission.Outcome.ACTIVE, List.of(), List.of(),
                clock.instant(), Optional.empty());
    }

    /** What the engine has from a product without a gate. */
    public void adopt(Deployment deployed, Bundle bundle, List<String> keys) {
        bundles.keep(bundle);
        Submission submission = new Submission(UUID.randomUUID(), Optional.ofNullable(deployed.getName()).orElse("unnamed"), "before the gate",
                Actor.system("countersign"), bundle.hash(), keys, Submission.Outcome.ACTIVE, List.of(), List.of(), deployed.getDeploymentTime().toInstant(), Optional.empty());
        submissions.add(submission);
        deployment.book(deployed.getId(), bundle, submission.id());
    }

    /** What waits already under this name with the same files. */
    @Transactional(readOnly = true)
    public Optional<DeployResult> same(DeployRequest request, Bundle bundle) {
        return submissions.waiting().stream().filter(waiting -> waiting.bundle().equals(bundle.hash()) && waiting.name().equals(request.name())).findFirst()
                .map(waiting -> DeployResult.waits(waiting, true));
    }

    public DeployResult standing(String made) {
        return versions.standing(made);
    }

    /** Does and writes nothing if the same files were deployed last under this name. */
    public DeploymentWithDefinitions activateIfChanged(Submission submission, Bundle bundle, Actor by) {
        DeploymentWithDefinitions made = deployment.make(bundle, submission.name(), submission.source(), true);
        if (DeployedVersions.isNew(made)) {
            written(made, submission, bundle, by);
        }
        return made;
    }

    public DeployResult activate(Submission submission, Bundle bundle, Actor by) {
        return written(deployment.make(bundle, submission.name(), submission.source(), false), submission, bundle, by);
    }

    private DeployResult written(DeploymentWithDefinitions made, Submission submission, Bundle bundle, Actor by) {
        bundles.keep(bundle);
        if (!submission.waits()) {
            submissions.add(submission);
        }
        deployment.book(made.getId(), bundle, submission.id());
        DeployResult result = versions.of(made);
        versions.record(result, submission, bundle, by);
        LOG.info("playbook.deployed deployment={} by={} files={}", result.deployment(), by.id(), bundle.files().byName().size());
        return result;
    }

    public void waits(Submission submission, Bundle bundle) {
        bundles.keep(bundle);
        submissions.add(submission);
        evidence.append(entry(EvidenceKind.PLAYBOOK_WAITING, submission).with("files", bundle.hashes()).with("gains", gained(submission.changes())));
        LOG.info("playbook.waits submission={} person={} playbooks={}", submission.id(), submission.author().id(), submission.playbooks());
    }

    public void refused(Submission submission, Bundle bundle, DeployRefused refused) {
        bundles.keep(bundle);
        submissions.add(submission);
        List<Finding> errors = refused.findings().stream().filter(Finding::refuses).toList();
        evidence.append(entry(EvidenceKind.PLAYBOOK_REFUSED, submission).with("files", bundle.hashes())
                .with("rules", errors.stream().map(found -> found.rule().name()).distinct().toList())
                .with("problems", refused.problems().stream().limit(MOST).map(DeployRefused.Problem::toString).toList()));
        LOG.info("playbook.refused submission={} person={} problems={}", submission.id(), submission.author().id(), refused.problems().size());
    }

    static EvidenceEntry entry(EvidenceKind kind, Submission submission) {
        return EvidenceEntry.of(kind, submission.author()).with("submission", submission.id().toString()).with("name", submission.name())
                .with("source", submission.source()).with("bundle", submission.bundle()).with("playbooks", submission.playbooks());
    }

    static List<String> gained(List<AuthorityChanges> changes) {
        return changes.stream().flatMap(one -> one.changes().stream()).filter(change -> change.direction() == Direction.GAINS).map(Change::sentence).limit(MOST).toList();
    }
}
