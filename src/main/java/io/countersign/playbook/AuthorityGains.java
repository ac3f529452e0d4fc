package io.countersign.playbook;

import io.countersign.action.ActionCatalogue;
import io.countersign.playbook.gate.Bundle;
import io.countersign.playbook.gate.ProvedVersion;
import io.countersign.playbook.gate.Proofs;
import io.countersign.proof.Proof;
import io.countersign.proof.diff.AuthorityChanges;
import io.countersign.proof.diff.AuthorityDiff;
import io.countersign.proof.diff.Change;
import io.countersign.proof.diff.ChangeKind;
import io.countersign.proof.diff.Direction;
import io.countersign.proof.diff.PlaybookVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a bundle changes in authority against what is active: where nothing is active, everything it may do is gained. */
@Component
class AuthorityGains {

    private final ActiveVersions active;
    private final Proofs proofs;
    private final DecisionGains decisions;
    private final AuthorityDiff diff;

    AuthorityGains(ActiveVersions active, Proofs proofs, DecisionGains decisions, ActionCatalogue catalogue) {
        this.active = active;
        this.proofs = proofs;
        this.decisions = decisions;
        this.diff = new AuthorityDiff(catalogue);
    }

    List<AuthorityChanges> of(Bundle bundle, List<Proof> proved) {
        return Stream.concat(proved.stream().map(proof -> of(new PlaybookVersion(bundle.files(), proof.file(), proof))), decisions.of(bundle).stream()).toList();
    }

    private AuthorityChanges of(PlaybookVersion sent) {
        return active.of(sent.proof().process()).map(this::read).map(old -> diff.between(old, sent)).orElseGet(() -> first(sent.proof()));
    }

    /** Between any two versions that went through the gate. */
    AuthorityChanges between(ProvedVersion before, ProvedVersion now) {
        return diff.between(read(before), read(now));
    }

    private PlaybookVersion read(ProvedVersion version) {
        Bundle bundle = active.bundle(version);
        Proof proof = proofs.newest(version.bundle(), version.file())
                .orElseThrow(() -> new IllegalStateException("There is no proof of " + version.definition()));
        return new PlaybookVersion(bundle.files(), version.file(), proof);
    }

    private static AuthorityChanges first(Proof proof) {
        List<Change> gained = new ArrayList<>();
        gained.add(new Change(ChangeKind.UNKNOWN, Direction.GAINS, "", "No version of this playbook is active: all that it may do is new."));
        proof.actions().forEach(action -> gained.add(new Change(ChangeKind.ACTION, Direction.GAINS, action.activity(),
                "It may now do “" + action.name() + "” in the tiers " + action.approvals().keySet() + ".")));
        return new AuthorityChanges(proof.process(), "", proof.sha256(), gained);
    }
}
