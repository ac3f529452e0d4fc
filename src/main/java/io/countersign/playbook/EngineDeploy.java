package io.countersign.playbook;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.playbook.DeployRefused.Problem;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Deploys what persons send: all of it in one transaction, or nothing. */
@Service
class EngineDeploy implements PlaybookDeploy {

    private static final Logger LOG = LoggerFactory.getLogger(EngineDeploy.class);

    private final RepositoryService repository;
    private final Companions companions;
    private final DeployedVersions versions;
    private final EvidenceLog evidence;
    private final TransactionTemplate transaction;

    EngineDeploy(RepositoryService repository, Companions companions, DeployedVersions versions, EvidenceLog evidence, TransactionTemplate transaction) {
        this.repository = repository;
        this.companions = companions;
        this.versions = versions;
        this.evidence = evidence;
        this.transaction = transaction;
    }

    @Override
    public DeployResult deploy(DeployRequest request) {
        try {
            return transaction.execute(status -> deployAll(request));
        } catch (DeployRefused refused) {
            throw recorded(request, refused);
        } catch (ProcessEngineException thrown) {
            throw EngineSays.about(thrown).<RuntimeException>map(refused -> recorded(request, refused)).orElse(thrown);
        }
    }

    private DeployResult deployAll(DeployRequest request) {
        Map<String, byte[]> files = companions.complete(request.files());
        DeploymentBuilder builder = repository.createDeployment().name(request.name()).source(request.source()).enableDuplicateFiltering(false);
        files.forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
        DeploymentWithDefinitions deployment = builder.deployWithResult();
        DeployResult result = versions.of(deployment);
        if (!result.unchanged()) {
            versions.record(result, request, files);
        }
        LOG.info("playbook.deployed deployment={} person={} unchanged={} files={}", result.deployment(), request.person(), result.unchanged(), files.size());
        return result;
    }

    private DeployRefused recorded(DeployRequest request, DeployRefused refused) {
        transaction.executeWithoutResult(status -> evidence.append(EvidenceEntry.of(EvidenceKind.PLAYBOOK_REFUSED, Actor.person(request.person()))
                .with("name", request.name()).with("source", request.source()).with("files", List.copyOf(request.files().keySet()))
                .with("problems", refused.problems().stream().limit(20).map(Problem::toString).toList())));
        LOG.info("playbook.refused person={} problems={}", request.person(), refused.problems().size());
        return refused;
    }
}
