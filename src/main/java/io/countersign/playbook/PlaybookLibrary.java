package io.countersign.playbook;

import io.countersign.proof.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.impl.util.ProductPropertiesUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.stereotype.Service;

/** Reads what is deployed: playbooks, decisions and their drawings. */
@Service
public class PlaybookLibrary {

    private final RepositoryService repository;

    PlaybookLibrary(RepositoryService repository) {
        this.repository = repository;
    }

    /** The latest version of each playbook, by key. */
    public List<PlaybookVersion> latest() {
        return repository.createProcessDefinitionQuery().latestVersion().orderByProcessDefinitionKey().asc().list().stream()
                .filter(version -> !version.getKey().equals(LedgerProcess.KEY)).map(this::describe).toList();
    }

    /** What a playbook, or the product's own process, is called. */
    public Optional<String> name(String key) {
        return Optional.ofNullable(repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult()).map(ProcessDefinition::getName);
    }

    /** Keys of the playbooks that may not start. */
    public List<String> suspended() {
        return repository.createProcessDefinitionQuery().latestVersion().suspended().orderByProcessDefinitionKey().asc().list().stream().map(ProcessDefinition::getKey)
                .filter(key -> !key.equals(LedgerProcess.KEY)).toList();
    }

    Optional<PlaybookVersion> latest(String key) {
        return Optional.ofNullable(repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult()).map(this::describe);
    }

    /** Newest first. */
    public List<PlaybookVersion> versions(String key) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).orderByProcessDefinitionVersion().desc().list().stream()
                .map(this::describe).toList();
    }

    public Optional<PlaybookVersion> version(String definition) {
        return Optional.ofNullable(repository.createProcessDefinitionQuery().processDefinitionId(definition).singleResult()).map(this::describe);
    }

    /** Of one deployment, by key; empty if there is no such deployment. */
    public List<PlaybookVersion> ofDeployment(String deployment) {
        return repository.createProcessDefinitionQuery().deploymentId(deployment).orderByProcessDefinitionKey().asc().list().stream().map(this::describe).toList();
    }

    /** Of the engine that runs the playbooks; designers' tools ask for it. */
    public String engineVersion() {
        return ProductPropertiesUtil.getProductVersion();
    }

    /** The file as it was deployed; empty if there is no such version. */
    public Optional<String> bpmn(String definition) {
        try {
            return Optional.of(new String(bytes(repository.getProcessModel(definition)), StandardCharsets.UTF_8));
        } catch (NotFoundException | NullValueException unknown) {
            return Optional.empty();
        }
    }

    /** One deployed version of a decision. */
    public record DecisionVersion(String definition, String key, String name, int version, String versionTag) {
    }

    /** The latest version of each decision, by key. */
    public List<DecisionVersion> decisions() {
        return repository.createDecisionDefinitionQuery().latestVersion().orderByDecisionDefinitionKey().asc().list().stream().map(PlaybookLibrary::describe).toList();
    }

    public Optional<DecisionVersion> decision(String definition) {
        return Optional.ofNullable(repository.createDecisionDefinitionQuery().decisionDefinitionId(definition).singleResult()).map(PlaybookLibrary::describe);
    }

    public Optional<String> dmn(String definition) {
        return dmnBytes(definition).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    Optional<byte[]> dmnBytes(String definition) {
        try {
            return Optional.of(bytes(repository.getDecisionModel(definition)));
        } catch (NotFoundException | NullValueException unknown) {
            return Optional.empty();
        }
    }

    private PlaybookVersion describe(ProcessDefinition definition) {
        var model = repository.getBpmnModelInstance(definition.getId());
        Process process = model.getModelElementById(definition.getKey());
        List<PlaybookVersion.Step> actions = model.getModelElementsByType(ServiceTask.class).stream()
                .filter(task -> Properties.of(task).containsKey(Vocabulary.ACTION))
                .map(task -> new PlaybookVersion.Step(task.getId(), name(task), Properties.of(task).get(Vocabulary.ACTION))).toList();
        String documentation = process.getDocumentations().stream().map(d -> d.getTextContent().strip()).findFirst().orElse("");
        return new PlaybookVersion(definition.getId(), definition.getKey(), Optional.ofNullable(definition.getName()).orElse(definition.getKey()),
                definition.getVersion(), Optional.ofNullable(definition.getVersionTag()).orElse(""),
                Properties.of(process).getOrDefault(Vocabulary.OWNER, ""), documentation, actions);
    }

    private static DecisionVersion describe(DecisionDefinition definition) {
        return new DecisionVersion(definition.getId(), definition.getKey(), Optional.ofNullable(definition.getName()).orElse(definition.getKey()),
                definition.getVersion(), Optional.ofNullable(definition.getVersionTag()).orElse(""));
    }

    private static String name(FlowElement element) {
        return element.getName() == null ? element.getId() : element.getName();
    }

    private static byte[] bytes(InputStream file) {
        try (file) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
