package io.countersign.playbook;

import io.countersign.evidence.Actor;
import io.countersign.playbook.gate.Bundle;
import io.countersign.playbook.gate.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the product's own process to the engine. It is no playbook and proves nothing: it has no action, only undos of what stands in
 * the ledger. What the engine's last gate takes in here are the bytes inside the product itself, and no others.
 */
@Component
public class OwnDeployment {

    private final RepositoryService repository;
    private final ActiveVersions active;
    private final GateBooks books;

    OwnDeployment(RepositoryService repository, ActiveVersions active, GateBooks books) {
        this.repository = repository;
        this.active = active;
        this.books = books;
    }

    /** Does nothing if it is there. Brings it back where somebody took it away or suspended it. @return the version that starts */
    @Transactional
    public ProcessDefinition ready() {
        ProcessDefinition latest = latest();
        if (latest != null && !latest.isSuspended()) {
            return latest;
        }
        if (latest == null) {
            deploy();
        } else {
            repository.activateProcessDefinitionById(latest.getId());
        }
        return latest();
    }

    /** Deploys the version of this product, unless it is what was deployed last. */
    @Transactional
    public void deploy() {
        active.hold();
        Bundle own = Bundle.of(Map.of(LedgerProcess.FILE, read("playbook/" + LedgerProcess.FILE), "review-rollback.form", read("forms/review-rollback.form")));
        Submission submission = books.shipped(LedgerProcess.NAME, own, List.of());
        books.activateIfChanged(submission, own, Actor.system("playbook"));
    }

    private ProcessDefinition latest() {
        return repository.createProcessDefinitionQuery().processDefinitionKey(LedgerProcess.KEY).latestVersion().singleResult();
    }

    private static byte[] read(String file) {
        try {
            return new ClassPathResource(file).getContentAsByteArray();
        } catch (IOException incomplete) {
            throw new UncheckedIOException("The build is incomplete", incomplete);
        }
    }
}
