package io.countersign.playbook;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
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
        List<PlaybookVersion> playbooks = library.ofDeployment(deployment.getId());
        List<PlaybookLibrary.DecisionVersion> decisions = repository.createDecisionDefinitionQuery().deploymentId(deployment.getId())
                .orderByDecisionDefinitionKey().asc().list().stream().map(DecisionDefinition::getId).map(library::decision).map(found -> found.orElseThrow()).toList();
        return new DeployResult(deployment.getId(), deployment.getName(), deployment.getDeploymentTime().toInstant(), !isNew(deployment), playbooks, decisions);
    }

    /** The engine gives the definitions only of what it just made. */
    private static boolean isNew(DeploymentWithDefinitions deployment) {
        return deployment.getDeployedProcessDefinitions() != null || deployment.getDeployedDecisionDefinitions() != null;
    }

    /** One row for each playbook; a deployment without any has one for its decisions and forms. */
    void record(DeployResult result, DeployRequest request, Map<String, byte[]> files) {
        EvidenceEntry entry = EvidenceEntry.of(EvidenceKind.PLAYBOOK_DEPLOYED, Actor.person(request.person())).with("deployment", result.deployment())
                .with("name", request.name()).with("source", request.source()).with("files", hashes(files))
                .with("decisions", result.decisions().stream().map(PlaybookLibrary.DecisionVersion::definition).toList());
        if (result.playbooks().isEmpty()) {
            evidence.append(entry);
        }
        result.playbooks().forEach(playbook -> evidence.append(entry.with("playbook", playbook.key()).with("version", playbook.version())
                .with("definition", playbook.definition())));
    }

    private static Map<String, String> hashes(Map<String, byte[]> files) {
        Map<String, String> hashes = new TreeMap<>();
        files.forEach((name, content) -> hashes.put(name, sha256(content)));
        return hashes;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
