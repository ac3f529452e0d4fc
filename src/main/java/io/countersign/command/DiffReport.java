package io.countersign.command;

import io.countersign.proof.diff.Change;
import java.util.List;

/** Changes in authority, as {@code proof/diff.schema.json} describes them, and as lines. */
record DiffReport(boolean gainsAuthority, List<Playbook> playbooks) {

    record Playbook(String file, String process, String oldSha256, String newSha256, boolean gainsAuthority, List<Change> changes) {
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Playbook playbook : playbooks) {
            String verdict = playbook.gainsAuthority() ? "gains authority" : playbook.changes().isEmpty() ? "no change in authority" : "gains no authority";
            text.append(Plain.text(playbook.file())).append(": ").append(verdict).append('\n');
            playbook.changes().forEach(change -> text.append("  ").append(sign(change)).append(' ').append(Plain.text(change.sentence()))
                    .append(change.element().isEmpty() ? "" : " [" + Plain.text(change.element()) + "]").append('\n'));
        }
        return text.toString();
    }

    private static char sign(Change change) {
        return switch (change.direction()) {
            case GAINS -> '+';
            case LOSES -> '-';
            case NEUTRAL -> '=';
        };
    }
}
