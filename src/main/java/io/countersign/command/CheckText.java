package io.countersign.command;

import io.countersign.proof.Finding;
import io.countersign.proof.Mend;
import io.countersign.proof.Proof;
import io.countersign.proof.Step;
import java.util.List;

/** Proofs as lines: findings first, each with its trace and its mend indented, then one line a file. */
record CheckText(GivenFiles files, List<Proof> proofs) {

    String text() {
        StringBuilder text = new StringBuilder();
        proofs.forEach(proof -> proof.findings().forEach(finding -> finding(finding, text)));
        proofs.forEach(proof -> text.append(summary(proof)).append('\n'));
        return text.toString();
    }

    private void finding(Finding finding, StringBuilder text) {
        line(text, "", where(finding) + ": " + finding.rule() + (finding.refuses() ? " " : " warning: ") + finding.message());
        for (int i = 0; i < finding.trace().size(); i++) {
            Step step = finding.trace().get(i);
            line(text, "    ", (i + 1) + ". " + step.text() + (step.element().isEmpty() ? "" : " [" + step.element() + "]"));
        }
        line(text, "    ", "mend: " + finding.mend().map(Mend::text).orElse(finding.rule().mend()));
        finding.mend().stream().flatMap(mend -> mend.edits().stream())
                .forEach(edit -> line(text, "      ", edit.element() + ": " + edit.what() + (edit.value().isEmpty() ? " taken away" : " = " + edit.value())));
    }

    private String where(Finding finding) {
        String file = files.paths().containsKey(finding.file()) ? files.paths().get(finding.file()).toString() : finding.file();
        return finding.element().isEmpty() ? file : file + ":" + finding.element();
    }

    private String summary(Proof proof) {
        long errors = proof.findings().stream().filter(Finding::refuses).count();
        return Plain.text(files.paths().get(proof.file()) + ": " + (errors == 0 ? "proved" : "refused, " + errors + (errors == 1 ? " finding" : " findings"))
                + ", " + proof.states() + " states, " + proof.took().toMillis() + " ms");
    }

    private static void line(StringBuilder text, String indent, String line) {
        text.append(indent).append(Plain.text(line)).append('\n');
    }
}
