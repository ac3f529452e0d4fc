package io.countersign.playbook.engine;

import io.countersign.playbook.gate.Admission;
import io.countersign.playbook.gate.Bundle;
import io.countersign.playbook.gate.ProvedVersions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.stereotype.Component;

/**
 * The engine asks before it takes in any file, whoever sent it. A new deployment is taken in only if the gate admitted exactly these
 * files in this very transaction. What is read again from the database, days later or on another node, must be byte for byte what came
 * through the gate then; it need not hold by the rules of today, for runs on it have to go on.
 */
@Component
class LastGate implements Deployer {

    private final Admission admission;
    private final ProvedVersions versions;

    LastGate(Admission admission, ProvedVersions versions) {
        this.admission = admission;
        this.versions = versions;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        Map<String, byte[]> files = new TreeMap<>();
        for (ResourceEntity file : deployment.getResources().values()) {
            files.put(file.getName(), file.getBytes());
        }
        if (deployment.isNew() && !admission.admits(Bundle.hash(files))) {
            throw new ProcessEngineException("Nothing was deployed: " + files.keySet() + " did not come through Countersign's gate, where playbooks are proved.");
        }
        if (!deployment.isNew()) {
            files.forEach((name, content) -> requireUnchanged(deployment.getId(), name, content));
        }
    }

    private void requireUnchanged(String deployment, String name, byte[] content) {
        Optional<String> proved = versions.fileHash(deployment, name);
        if (!proved.equals(Optional.of(Bundle.sha256(content)))) {
            throw new ProcessEngineException("The file " + name + " of deployment " + deployment + (proved.isEmpty() ? " never came through Countersign's gate."
                    : " is not the one that came through Countersign's gate: somebody changed it in the database."));
        }
    }
}
