package io.countersign.command;

import io.countersign.action.ActionCatalogue;
import io.countersign.proof.AuthorityProof;
import io.countersign.proof.Proof;
import io.countersign.proof.Rule;
import java.io.PrintStream;
import java.util.List;

/** {@code check}: proves each playbook that was given. */
record CheckCommand(Options options, PrintStream out) {

    int run() {
        GivenFiles files = GivenFiles.read(options.paths());
        if (files.playbooks().isEmpty()) {
            throw new Unusable("no playbook (.bpmn) was given");
        }
        AuthorityProof proof = new AuthorityProof(ActionCatalogue.shipped());
        List<Proof> proofs = files.playbooks().stream().map(file -> proof.prove(files.all(), file)).toList();
        if (options.json()) {
            out.println(Json.text(CheckReport.of(files, proofs)));
        } else {
            out.print(new CheckText(files, proofs).text());
        }
        return code(proofs);
    }

    private static int code(List<Proof> proofs) {
        boolean unreadable = proofs.stream().flatMap(proof -> proof.findings().stream()).anyMatch(finding -> finding.rule() == Rule.READ && finding.refuses());
        return unreadable ? CommandLine.UNUSABLE : proofs.stream().allMatch(Proof::holds) ? CommandLine.CLEAN : CommandLine.FOUND;
    }
}
