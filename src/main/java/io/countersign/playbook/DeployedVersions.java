package io.countersign.playbook;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.playbook.gate.Bundle;
import io.countersign.playbook.gate.Submission;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.stereotype.Component;

/** Tells which versions a deployment made, to the caller and to the record. */
@Component
class DeployedVersions {

    private final RepositoryService repository;
    private final PlaybookLibrary library;
    private final EvidenceLog evidence;

    DeployedVersions(RepositoryService repository, PlaybookLibrary library, EvidenceLog evidence) {
        this.repository = repository;
        this.library = library;
        this.evidence = evidence;
    }

    DeployResult of(DeploymentWithDefinitions deployment) {
        return result(deployment, !isNew(deployment));
    }

    /** Of what was deployed before. */
    DeployResult standing(String deployment) {
        return result(repository.createDeploymentQuery().deploymentId(deployment).singleResult(), true);
    }

    private DeployResult result(Deployment deployment, boolean unchanged) {
        List<PlaybookVersion> playbooks = library.ofDeployment(deployment.getId());
        List<PlaybookLibrary.DecisionVersion> decisions = repository.createDecisionDefinitionQuery().deploymentId(deployment.getId())
                .orderByDecisionDefinitionKey().asc().list().stream().map(DecisionDefinition::getId).map(library::decision).map(found -> found.orElseThrow()).toList();
        return new DeployResult(deployment.getId(), deployment.getName(), deployment.getDeploymentTime().toInstant(), unchanged, playbooks, decisions, Optional.empty());
    }

    /** The engine gives the definitions only of what it just made. */
    static boolean isNew(DeploymentWithDefinitions deployment) {
        return deployment.getDeployedProcessDefinitions() != null || deployment.getDeployedDecisionDefinitions() != null;
    }

    /** One row for each playbook; a deployment without any has one for its decisions and forms. */
    void record(DeployResult result, Submission submission, Bundle bundle, Actor by) {
        EvidenceEntry entry = EvidenceEntry.of(EvidenceKind.PLAYBOOK_DEPLOYED, by).with("deployment", result.deployment())
                .with("name", submission.name()).with("source", submission.source()).with("author", submission.author().id())
                .with("submission", submission.id().toString()).with("files", bundle.hashes()).with("bundle", bundle.hash())
                .with("decisions", result.decisions().stream().map(PlaybookLibrary.DecisionVersion::definition).toList());
        if (result.playbooks().isEmpty()) {
            evidence.append(entry);
        }
        result.playbooks().forEach(playbook -> evidence.append(entry.with("playbook", playbook.key()).with("version", playbook.version())
                .with("definition", playbook.definition())));
    }
}
