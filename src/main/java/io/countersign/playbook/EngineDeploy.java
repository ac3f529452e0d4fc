package io.countersign.playbook;

import io.countersign.evidence.Actor;
import io.countersign.playbook.gate.Bundle;
import io.countersign.playbook.gate.Proofs;
import io.countersign.playbook.gate.ProvedVersion;
import io.countersign.playbook.gate.Submission;
import io.countersign.playbook.gate.Submission.Outcome;
import io.countersign.proof.Proof;
import io.countersign.proof.diff.AuthorityChanges;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The gate for what persons send: all of it is proved, and then active in one transaction, or waits, or is refused. */
@Service
class EngineDeploy implements PlaybookDeploy {

    private final Companions companions;
    private final Proofs proofs;
    private final ActiveVersions active;
    private final AuthorityGains gains;
    private final GateBooks books;
    private final TransactionTemplate transaction;

    EngineDeploy(Companions companions, Proofs proofs, ActiveVersions active, AuthorityGains gains, GateBooks books, TransactionTemplate transaction) {
        this.companions = companions;
        this.proofs = proofs;
        this.active = active;
        this.gains = gains;
        this.books = books;
        this.transaction = transaction;
    }

    @Override
    public DeployResult deploy(DeployRequest request) {
        Bundle whole = Bundle.of(request.files());
        List<Proof> proved = List.of();
        try {
            whole = Bundle.of(transaction.execute(status -> companions.complete(request.files())));
            proved = proofs.of(whole);
            return pass(request, whole, proved);
        } catch (DeployRefused refused) {
            throw recorded(request, whole, proved, refused);
        } catch (ProcessEngineException thrown) {
            DeployRefused refused = EngineSays.about(thrown).orElseThrow(() -> thrown);
            throw recorded(request, whole, proved, refused);
        }
    }

    private DeployResult pass(DeployRequest request, Bundle bundle, List<Proof> proved) {
        proved.stream().filter(proof -> proof.process().equals(LedgerProcess.KEY)).findFirst().ifPresent(taken -> {
            throw new DeployRefused(DeployRefused.Problem.of(taken.file(), "The process id " + LedgerProcess.KEY + " is the product's own: give the playbook another."));
        });
        if (!proved.stream().allMatch(Proof::holds)) {
            throw DeployRefused.unproved(proved.stream().flatMap(proof -> proof.findings().stream()).toList(), bundle.files());
        }
        return transaction.execute(status -> {
            active.hold();
            return books.same(request, bundle).or(() -> unchanged(request, bundle, proved)).orElseGet(() -> decide(request, bundle, proved));
        });
    }

    private DeployResult decide(DeployRequest request, Bundle bundle, List<Proof> proved) {
        List<AuthorityChanges> changes = gains.of(bundle, proved);
        Outcome outcome = changes.stream().anyMatch(AuthorityChanges::gainsAuthority) ? Outcome.WAITS : Outcome.ACTIVE;
        Submission submission = books.submission(request, bundle, keys(proved), outcome, List.of(), changes);
        if (outcome == Outcome.WAITS) {
            books.waits(submission, bundle);
            return DeployResult.waits(submission, false);
        }
        return books.activate(submission, bundle, Actor.person(request.person()));
    }

    /** The same files under the same name are what starts already. */
    private Optional<DeployResult> unchanged(DeployRequest request, Bundle bundle, List<Proof> proved) {
        List<Optional<ProvedVersion>> now = proved.stream().map(proof -> active.of(proof.process())).toList();
        boolean same = !now.isEmpty() && now.stream().allMatch(version -> version.filter(found -> found.bundle().equals(bundle.hash()))
                .filter(found -> active.isCalled(found, request.name())).isPresent());
        return same ? Optional.of(books.standing(now.get(0).orElseThrow().deployment())) : Optional.empty();
    }

    private DeployRefused recorded(DeployRequest request, Bundle bundle, List<Proof> proved, DeployRefused refused) {
        return transaction.execute(status -> {
            List<String> problems = refused.findings().isEmpty() ? refused.problems().stream().map(DeployRefused.Problem::toString).toList() : List.of();
            Submission submission = books.submission(request, bundle, keys(proved), Outcome.REFUSED, problems, List.of());
            books.refused(submission, bundle, refused);
            return refused.as(submission);
        });
    }

    private static List<String> keys(List<Proof> proved) {
        return proved.stream().map(Proof::process).filter(key -> !key.isBlank()).distinct().toList();
    }
}
