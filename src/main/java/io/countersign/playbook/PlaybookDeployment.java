package io.countersign.playbook;

import io.countersign.evidence.Actor;
import io.countersign.playbook.gate.Bundle;
import io.countersign.playbook.gate.Proofs;
import io.countersign.playbook.gate.Submission;
import io.countersign.proof.Finding;
import io.countersign.proof.Proof;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the shipped playbooks, decisions and forms to the engine as one deployment, so that each playbook version is bound to
 * its own decisions and forms. They are proved like all others, but once: the proof is kept under the hash of the files. Their author is
 * the product, so they wait for nobody. Nothing is deployed twice; a start without exactly the expected playbooks fails.
 */
@Component
public class PlaybookDeployment {

    private static final Logger LOG = LoggerFactory.getLogger(PlaybookDeployment.class);
    private static final List<String> SHIPPED = List.of("classpath:/bpmn/*.bpmn", "classpath:/bpmn/decisions/*.dmn", "classpath:/forms/*.form");

    private final ResourcePatternResolver resources;
    private final Proofs proofs;
    private final ActiveVersions active;
    private final GateBooks books;

    PlaybookDeployment(ResourcePatternResolver resources, Proofs proofs, ActiveVersions active, GateBooks books) {
        this.resources = resources;
        this.proofs = proofs;
        this.active = active;
        this.books = books;
    }

    /** @throws IllegalStateException if a kind of file is missing, one is not proved, or the engine does not know what was shipped */
    @Transactional
    public void deployShipped() throws IOException {
        Bundle shipped = Bundle.of(files());
        List<Proof> proved = proofs.of(shipped);
        proved.stream().filter(proof -> !proof.holds()).findFirst().ifPresent(PlaybookDeployment::refuse);
        active.hold();
        Submission submission = books.shipped(DeployRequest.SHIPPED, shipped, proved.stream().map(Proof::process).toList());
        DeploymentWithDefinitions deployment = books.activateIfChanged(submission, shipped, Actor.system("playbook"));
        Set<String> expected = shipped.files().playbooks().stream().map(file -> file.substring(0, file.length() - ".bpmn".length())).collect(Collectors.toCollection(TreeSet::new));
        Set<String> deployed = books.standing(deployment.getId()).playbooks().stream().map(PlaybookVersion::key).collect(Collectors.toCollection(TreeSet::new));
        if (!deployed.equals(expected)) {
            throw new IllegalStateException("The engine has the playbooks " + deployed + " instead of " + expected);
        }
        LOG.info("playbook.ready deployment={} playbooks={}", deployment.getId(), deployed);
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String pattern : SHIPPED) {
            Resource[] found = resources.getResources(pattern);
            if (found.length == 0) {
                throw new IllegalStateException("Nothing was found at " + pattern + ": the build is incomplete");
            }
            for (Resource file : found) {
                files.put(Objects.requireNonNull(file.getFilename()), file.getContentAsByteArray());
            }
        }
        return files;
    }

    private static void refuse(Proof proof) {
        throw new IllegalStateException("The shipped playbook " + proof.file() + " is not proved: " + proof.findings().stream().filter(Finding::refuses)
                .map(found -> found.rule() + " " + found.element() + " " + found.message()).collect(Collectors.joining(" ")));
    }
}
