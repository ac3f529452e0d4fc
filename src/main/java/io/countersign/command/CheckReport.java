package io.countersign.command;

import io.countersign.proof.ActionAuthority;
import io.countersign.proof.AuthorityProof;
import io.countersign.proof.Finding;
import io.countersign.proof.Mend;
import io.countersign.proof.Proof;
import io.countersign.proof.Step;
import io.countersign.rehearsal.RehearsalReport;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Proofs as {@code proof/check.schema.json} describes them. */
record CheckReport(String rules, boolean holds, List<Playbook> playbooks, List<RehearsalReport> rehearsals) {

    record Playbook(String file, String process, String name, String sha256, boolean holds, long states, long milliseconds, List<Action> actions,
                    List<Found> findings) {
    }

    record Action(String activity, String name, String action, Map<String, Set<String>> tiers, Set<String> after) {
    }

    record Found(String file, String element, String name, String rule, String severity, String message, String why, List<Step> trace, Mend mend) {
    }

    static CheckReport of(GivenFiles files, List<Proof> proofs, List<RehearsalReport> rehearsals) {
        return new CheckReport(AuthorityProof.RULES, proofs.stream().allMatch(Proof::holds), proofs.stream().map(proof -> playbook(files, proof)).toList(), rehearsals);
    }

    private static Playbook playbook(GivenFiles files, Proof proof) {
        return new Playbook(files.paths().get(proof.file()).toString(), proof.process(), proof.name(), proof.sha256(), proof.holds(), proof.states(),
                proof.took().toMillis(), proof.actions().stream().map(CheckReport::action).toList(), proof.findings().stream().map(CheckReport::found).toList());
    }

    private static Action action(ActionAuthority action) {
        Map<String, Set<String>> tiers = action.approvals().entrySet().stream()
                .collect(Collectors.toMap(tier -> tier.getKey().name(), tier -> new TreeSet<>(tier.getValue()), (one, other) -> one, java.util.LinkedHashMap::new));
        return new Action(action.activity(), action.name(), action.actionType(), tiers, new TreeSet<>(action.after()));
    }

    private static Found found(Finding finding) {
        return new Found(finding.file(), finding.element(), finding.name(), finding.rule().name(), finding.severity().name(), finding.message(), finding.rule().why(),
                finding.trace(), finding.mend().orElseGet(() -> Mend.of(finding.rule().mend())));
    }
}
