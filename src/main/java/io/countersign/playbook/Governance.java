package io.countersign.playbook;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.people.People;
import io.countersign.people.Role;
import io.countersign.playbook.GovernanceRefused.Because;
import io.countersign.playbook.gate.Bundle;
import io.countersign.playbook.gate.Bundles;
import io.countersign.playbook.gate.Proofs;
import io.countersign.playbook.gate.Submission;
import io.countersign.playbook.gate.Submissions;
import io.countersign.playbook.gate.Verdict;
import io.countersign.proof.Proof;
import io.countersign.proof.diff.AuthorityChanges;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A second person looks at what gains authority, and activates it or turns it down. Until then nothing of it is in the engine. */
@Service
public class Governance {

    private final Submissions submissions;
    private final Bundles bundles;
    private final Proofs proofs;
    private final ActiveVersions active;
    private final AuthorityGains gains;
    private final GateBooks books;
    private final People people;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    Governance(Submissions submissions, Bundles bundles, Proofs proofs, ActiveVersions active, AuthorityGains gains, GateBooks books, People people,
               EvidenceLog evidence, InstantSource clock) {
        this.submissions = submissions;
        this.bundles = bundles;
        this.proofs = proofs;
        this.active = active;
        this.gains = gains;
        this.books = books;
        this.people = people;
        this.evidence = evidence;
        this.clock = clock;
    }

    /**
     * What a submission would change if it became active now.
     *
     * @param seal stands for exactly these changes: who activates says with it what they saw
     */
    public record Outlook(List<AuthorityChanges> changes, String seal) {

        static Outlook of(List<AuthorityChanges> changes) {
            return new Outlook(changes, Bundle.sha256(changes.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Transactional
    public Outlook outlook(Submission submission) {
        Bundle bundle = bundle(submission);
        return Outlook.of(gains.of(bundle, proofs.of(bundle)));
    }

    /** Why this person may not activate it; empty if they may. */
    public Optional<String> objection(Submission submission, String username) {
        if (submission.author().id().equals(username)) {
            return Optional.of("You sent this yourself: somebody else has to look at it.");
        }
        return people.find(username).filter(person -> person.mayAct(Role.GOVERNOR)).isEmpty() ? Optional.of("This takes the role governor.") : Optional.empty();
    }

    /**
     * @param seal of the changes that the person saw
     * @throws GovernanceRefused if they may not, gave no reasons, it does not wait, it no longer holds, or something else is active by now
     */
    @Transactional
    public DeployResult activate(UUID id, String person, String rationale, String seal) {
        active.hold();
        Submission submission = waiting(id, person, rationale);
        Bundle bundle = bundle(submission);
        List<Proof> proved = proofs.of(bundle);
        if (!proved.stream().allMatch(Proof::holds)) {
            throw new GovernanceRefused(Because.UNPROVED, "By the rules of today this does not hold any more. Its author has to mend it and send it again.");
        }
        Outlook outlook = Outlook.of(gains.of(bundle, proved));
        if (!outlook.seal().equals(seal)) {
            throw new GovernanceRefused(Because.CHANGED, "Another version became active since you looked, so what this changes is something else now. Look again.");
        }
        decide(submission, new Verdict(true, person, rationale.strip(), outlook.changes(), clock.instant()));
        return books.activate(submission, bundle, Actor.person(person));
    }

    /** @throws GovernanceRefused if they may not, gave no reasons, or it does not wait */
    @Transactional
    public void turnDown(UUID id, String person, String rationale) {
        active.hold();
        Submission submission = waiting(id, person, rationale);
        decide(submission, new Verdict(false, person, rationale.strip(), submission.changes(), clock.instant()));
    }

    private Submission waiting(UUID id, String person, String rationale) {
        Submission submission = submissions.find(id).orElseThrow(() -> new GovernanceRefused(Because.UNKNOWN, "There is no such submission."));
        if (!submission.waits()) {
            throw new GovernanceRefused(Because.DECIDED, "This does not wait any more.");
        }
        objection(submission, person).ifPresent(why -> {
            throw new GovernanceRefused(Because.NOT_ALLOWED, why + " Nothing was changed.");
        });
        GovernanceRefused.requireReasons(rationale);
        return submission;
    }

    private void decide(Submission submission, Verdict verdict) {
        submissions.decide(submission.id(), verdict);
        evidence.append(GateBooks.entry(EvidenceKind.PLAYBOOK_DECIDED, submission).by(Actor.person(verdict.person())).with("author", submission.author().id())
                .with("decision", verdict.activated() ? "ACTIVATED" : "TURNED_DOWN").with("rationale", verdict.rationale())
                .with("gains", GateBooks.gained(verdict.changes())));
    }

    private Bundle bundle(Submission submission) {
        return bundles.find(submission.bundle()).orElseThrow(() -> new IllegalStateException("The files of submission " + submission.id() + " are not on the books"));
    }
}
