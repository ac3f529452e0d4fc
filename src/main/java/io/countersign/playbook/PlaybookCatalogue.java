package io.countersign.playbook;

import io.countersign.playbook.gate.ProvedVersion;
import io.countersign.playbook.gate.ProvedVersions;
import io.countersign.playbook.gate.Proofs;
import io.countersign.playbook.gate.Submission;
import io.countersign.playbook.gate.Submissions;
import io.countersign.proof.Proof;
import io.countersign.proof.diff.AuthorityChanges;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads where each playbook stands: what starts, what was proved about it, what waits, and what changed between versions. */
@Service
@Transactional(readOnly = true)
public class PlaybookCatalogue {

    private final PlaybookLibrary library;
    private final RepositoryService repository;
    private final ProvedVersions versions;
    private final Proofs proofs;
    private final Submissions submissions;
    private final AuthorityGains gains;

    PlaybookCatalogue(PlaybookLibrary library, RepositoryService repository, ProvedVersions versions, Proofs proofs, Submissions submissions, AuthorityGains gains) {
        this.library = library;
        this.repository = repository;
        this.versions = versions;
        this.proofs = proofs;
        this.submissions = submissions;
        this.gains = gains;
    }

    /** By key; playbooks of which nothing is active are among them. */
    public List<PlaybookStanding> all() {
        Map<String, PlaybookStanding> all = new TreeMap<>();
        submissions.latestOfEach().forEach(sent -> sent.playbooks().forEach(key -> all.putIfAbsent(key, standing(key, Optional.of(sent)))));
        library.latest().forEach(version -> all.putIfAbsent(version.key(), standing(version.key(), Optional.empty())));
        return List.copyOf(all.values());
    }

    private PlaybookStanding standing(String key, Optional<Submission> last) {
        Optional<VersionStanding> latest = library.latest(key).map(version -> standing(version, true));
        return new PlaybookStanding(key, latest.map(VersionStanding::version), latest.map(version -> version.suspended() ? PlaybookStanding.State.SUSPENDED
                : PlaybookStanding.State.PROVED).orElse(PlaybookStanding.State.NOT_ACTIVE), latest.flatMap(VersionStanding::proof), last);
    }

    /** Newest first. */
    public List<VersionStanding> versions(String key) {
        List<PlaybookVersion> all = library.versions(key);
        return all.stream().map(version -> standing(version, version.equals(all.get(0)))).toList();
    }

    private VersionStanding standing(PlaybookVersion version, boolean latest) {
        Optional<ProvedVersion> proved = versions.find(version.definition());
        boolean suspended = repository.createProcessDefinitionQuery().processDefinitionId(version.definition()).suspended().count() > 0;
        return new VersionStanding(version, latest && !suspended, suspended, proved.flatMap(found -> proofs.newest(found.bundle(), found.file())),
                proved.flatMap(found -> submissions.find(found.submission())));
    }

    /** What was proved about the files of a submission, one for each playbook; empty where the gate did not come that far. */
    public List<Proof> proofs(Submission submission) {
        return proofs.ofBundle(submission.bundle());
    }

    /** What changed in authority between two versions; empty if one of them is not there. */
    public Optional<AuthorityChanges> changes(String key, int before, int now) {
        List<ProvedVersion> known = versions.ofPlaybook(key);
        Optional<ProvedVersion> old = known.stream().filter(version -> version.version() == before).findFirst();
        return old.flatMap(one -> known.stream().filter(version -> version.version() == now).findFirst().map(other -> gains.between(one, other)));
    }
}
