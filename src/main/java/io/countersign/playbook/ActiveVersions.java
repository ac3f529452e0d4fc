package io.countersign.playbook;

import io.countersign.playbook.gate.Bundle;
import io.countersign.playbook.gate.Bundles;
import io.countersign.playbook.gate.ProvedVersion;
import io.countersign.playbook.gate.ProvedVersions;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which version of a playbook starts at present, and with which files it was proved. */
@Component
class ActiveVersions {

    private final RepositoryService repository;
    private final ProvedVersions versions;
    private final Bundles bundles;
    private final JdbcClient jdbc;

    ActiveVersions(RepositoryService repository, ProvedVersions versions, Bundles bundles, JdbcClient jdbc) {
        this.repository = repository;
        this.versions = versions;
        this.bundles = bundles;
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else changes what is active, on any node. */
    void hold() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('playbook-gate'))").query(row -> {
        });
    }

    /** Empty if nothing starts: there is no version, or the latest is suspended. */
    Optional<ProvedVersion> of(String key) {
        ProcessDefinition latest = repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult();
        return Optional.ofNullable(latest).filter(found -> !found.isSuspended()).flatMap(found -> versions.find(found.getId()));
    }

    Bundle bundle(ProvedVersion version) {
        return bundles.find(version.bundle()).orElseThrow(() -> new IllegalStateException("The files of " + version.definition() + " are not on the books"));
    }

    boolean isCalled(ProvedVersion version, String deployment) {
        return deployment.equals(repository.createDeploymentQuery().deploymentId(version.deployment()).singleResult().getName());
    }
}
