package io.countersign.playbook;

import io.countersign.playbook.gate.Admission;
import io.countersign.playbook.gate.Bundle;
import io.countersign.playbook.gate.ProvedVersions;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives the engine what was proved, and writes down which versions came of which bundle: the only caller that the engine takes files from. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ProvedDeployment {

    private final RepositoryService repository;
    private final Admission admission;
    private final ProvedVersions versions;

    ProvedDeployment(RepositoryService repository, Admission admission, ProvedVersions versions) {
        this.repository = repository;
        this.admission = admission;
        this.versions = versions;
    }

    /** @param ifChanged does nothing if the same files are what was deployed last under this name */
    public DeploymentWithDefinitions make(Bundle proved, String name, String source, boolean ifChanged) {
        DeploymentBuilder builder = repository.createDeployment().name(name).source(source);
        if (ifChanged) {
            builder.enableDuplicateFiltering(false);
        }
        proved.files().byName().forEach((file, content) -> builder.addInputStream(file, new ByteArrayInputStream(content)));
        return admission.admit(proved, builder::deployWithResult);
    }

    /** Once for each deployment that was made. */
    public void book(String deployment, Bundle proved, UUID submission) {
        versions.addDeployment(deployment, proved.hash(), submission);
        repository.createProcessDefinitionQuery().deploymentId(deployment).list().forEach(made ->
                versions.add(made.getId(), made.getKey(), made.getVersion(), deployment, made.getResourceName()));
    }
}
