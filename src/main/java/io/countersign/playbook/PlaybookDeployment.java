package io.countersign.playbook;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the shipped playbooks, decisions and forms to the engine as one deployment, so that each playbook version is bound to
 * its own decisions and forms. Nothing is deployed twice; a start without exactly the expected playbooks fails.
 */
@Component
public class PlaybookDeployment {

    private static final Logger LOG = LoggerFactory.getLogger(PlaybookDeployment.class);
    private static final List<String> SHIPPED = List.of("classpath:/bpmn/*.bpmn", "classpath:/bpmn/decisions/*.dmn", "classpath:/forms/*.form");

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;
    private final EvidenceLog evidence;

    PlaybookDeployment(RepositoryService repository, ResourcePatternResolver resources, EvidenceLog evidence) {
        this.repository = repository;
        this.resources = resources;
        this.evidence = evidence;
    }

    /** @throws IllegalStateException if a kind of file is missing, or the engine does not know what was shipped */
    @Transactional
    public void deployShipped() throws IOException {
        DeploymentBuilder builder = repository.createDeployment().name(DeployRequest.SHIPPED).source("shipped").enableDuplicateFiltering(false);
        Set<String> playbooks = new TreeSet<>();
        for (String pattern : SHIPPED) {
            Resource[] found = resources.getResources(pattern);
            if (found.length == 0) {
                throw new IllegalStateException("Nothing was found at " + pattern + ": the build is incomplete");
            }
            for (Resource file : found) {
                builder.addInputStream(name(file), file.getInputStream());
                playbookKey(file).ifPresent(playbooks::add);
            }
        }
        Deployment deployment = builder.deploy();
        requireExactly(playbooks, deployment);
    }

    private void requireExactly(Set<String> expected, Deployment deployment) {
        List<ProcessDefinition> definitions = repository.createProcessDefinitionQuery().deploymentId(deployment.getId()).list();
        Set<String> deployed = definitions.stream().map(ProcessDefinition::getKey).collect(Collectors.toCollection(TreeSet::new));
        if (!deployed.equals(expected)) {
            throw new IllegalStateException("The engine has the playbooks " + deployed + " instead of " + expected);
        }
        boolean isNew = evidenceMissing(deployment);
        definitions.stream().filter(definition -> isNew).forEach(definition -> evidence.append(
                EvidenceEntry.of(EvidenceKind.PLAYBOOK_DEPLOYED, Actor.system("playbook")).with("playbook", definition.getKey())
                        .with("version", definition.getVersion()).with("definition", definition.getId()).with("deployment", deployment.getId())));
        LOG.info("playbook.ready deployment={} playbooks={}", deployment.getId(), deployed);
    }

    /** A deployment that was just made has a time within this transaction; a filtered duplicate is older. */
    private static boolean evidenceMissing(Deployment deployment) {
        return deployment instanceof org.camunda.bpm.engine.repository.DeploymentWithDefinitions made && made.getDeployedProcessDefinitions() != null
                && !made.getDeployedProcessDefinitions().isEmpty();
    }

    private static String name(Resource file) {
        return Objects.requireNonNull(file.getFilename());
    }

    private static java.util.Optional<String> playbookKey(Resource file) {
        return Stream.of(name(file)).filter(name -> name.endsWith(".bpmn")).map(name -> name.substring(0, name.length() - ".bpmn".length())).findFirst();
    }
}
