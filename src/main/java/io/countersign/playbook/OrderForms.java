package io.countersign.playbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Service;

/** The forms with which people order a release or a keep: those that were deployed together with the run's version of the playbook. */
@Service
public class OrderForms {

    public static final String RELEASE = "release-containment";
    public static final String KEEP = "keep-containment";

    private final RepositoryService repository;

    OrderForms(RepositoryService repository) {
        this.repository = repository;
    }

    /** The form as JSON; empty if that version of the playbook came without it. */
    public Optional<String> find(String definition, String form) {
        return Optional.ofNullable(repository.createProcessDefinitionQuery().processDefinitionId(definition).singleResult())
                .map(ProcessDefinition::getDeploymentId)
                .filter(deployment -> repository.getDeploymentResourceNames(deployment).contains(form + ".form"))
                .map(deployment -> read(deployment, form + ".form"));
    }

    private String read(String deployment, String resource) {
        try (InputStream form = repository.getResourceAsStream(deployment, resource)) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
