package io.countersign.playbook;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.playbook.gate.Bundle;
import io.countersign.playbook.gate.Proofs;
import io.countersign.playbook.gate.ProvedVersion;
import io.countersign.playbook.gate.ProvedVersions;
import io.countersign.proof.Finding;
import io.countersign.proof.Proof;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the engine has from before: each version that starts is proved again when the rules have changed, and suspended if it does not hold. */
@Component
public class StoredVersions {

    private static final Logger LOG = LoggerFactory.getLogger(StoredVersions.class);

    private final RepositoryService repository;
    private final ManagementService management;
    private final ProvedVersions versions;
    private final ActiveVersions active;
    private final Proofs proofs;
    private final GateBooks books;
    private final EvidenceLog evidence;

    StoredVersions(RepositoryService repository, ManagementService management, ProvedVersions versions, ActiveVersions active, Proofs proofs, GateBooks books,
                   EvidenceLog evidence) {
        this.repository = repository;
        this.management = management;
        this.versions = versions;
        this.active = active;
        this.proofs = proofs;
        this.books = books;
        this.evidence = evidence;
    }

    /** Takes over, once, what was deployed by a product without this gate. Later nothing gets onto the books this way. */
    @Transactional
    public void adopt() {
        if (versions.none()) {
            repository.createDeploymentQuery().orderByDeploymentTime().asc().list().forEach(this::adopt);
        }
    }

    private void adopt(Deployment deployment) {
        Bundle bundle = Bundle.of(files(deployment.getId()));
        books.adopt(deployment, bundle, proofs.of(bundle).stream().map(Proof::process).filter(key -> !key.isBlank()).toList());
    }

    private Map<String, byte[]> files(String deployment) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : repository.getDeploymentResourceNames(deployment)) {
            try (InputStream content = repository.getResourceAsStream(deployment, name)) {
                files.put(name, content.readAllBytes());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return files;
    }

    /** By the rules of today; a proof by them that is there already is not made again. */
    @Transactional
    public void proveAgain() {
        active.hold();
        playbooks().flatMap(latest -> versions.find(latest.getId()).stream())
                .forEach(this::proveAgain);
        playbooks().filter(latest -> versions.find(latest.getId()).isEmpty())
                .forEach(this::suspendUnknown);
    }

    /** Those that start. The product's own process is none: it came with the product, and proves nothing. */
    private Stream<ProcessDefinition> playbooks() {
        return repository.createProcessDefinitionQuery().latestVersion().active().list().stream().filter(latest -> !latest.getKey().equals(LedgerProcess.KEY));
    }

    private void proveAgain(ProvedVersion version) {
        Proof proof = proofs.of(active.bundle(version)).stream().filter(one -> one.file().equals(version.file())).findFirst().orElseThrow();
        if (!proof.holds()) {
            suspend(version.definition(), entry(version.playbook(), version.version()).with("definition", version.definition()).with("ruleVersion", proof.rules())
                    .with("findings", proof.findings().stream().filter(Finding::refuses).limit(20).map(found -> found.rule() + " " + found.message()).toList()));
        }
    }

    private void suspendUnknown(ProcessDefinition unknown) {
        suspend(unknown.getId(), entry(unknown.getKey(), unknown.getVersion()).with("definition", unknown.getId())
                .with("findings", java.util.List.of("It never came through the gate.")));
    }

    private static EvidenceEntry entry(String playbook, int version) {
        return EvidenceEntry.of(EvidenceKind.PLAYBOOK_SUSPENDED, Actor.system("playbook")).with("playbook", playbook).with("version", version);
    }

    /** Of the version only: its timers and other jobs go on, for the runs that there are. */
    private void suspend(String definition, EvidenceEntry entry) {
        repository.suspendProcessDefinitionById(definition);
        management.activateJobDefinitionByProcessDefinitionId(definition);
        evidence.append(entry);
        LOG.warn("playbook.suspended definition={}: it does not hold by the rules of today", definition);
    }
}
