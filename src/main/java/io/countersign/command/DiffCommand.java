package io.countersign.command;

import io.countersign.action.ActionCatalogue;
import io.countersign.proof.AuthorityProof;
import io.countersign.proof.Proof;
import io.countersign.proof.Rule;
import io.countersign.proof.diff.AuthorityChanges;
import io.countersign.proof.diff.AuthorityDiff;
import io.countersign.proof.diff.Change;
import io.countersign.proof.diff.ChangeKind;
import io.countersign.proof.diff.Direction;
import io.countersign.proof.diff.PlaybookVersion;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** {@code diff}: two versions of one playbook, or two folders of them. */
record DiffCommand(Options options, PrintStream out) {

    int run() {
        if (options.paths().size() != 2) {
            throw new Unusable("diff takes two files or two folders: the old and the new");
        }
        if (Files.isDirectory(options.paths().get(0)) != Files.isDirectory(options.paths().get(1))) {
            throw new Unusable("diff compares two files or two folders, not one with the other");
        }
        List<DiffReport.Playbook> playbooks = compare(GivenFiles.read(options.paths().subList(0, 1)), GivenFiles.read(options.paths().subList(1, 2)));
        DiffReport report = new DiffReport(playbooks.stream().anyMatch(DiffReport.Playbook::gainsAuthority), playbooks);
        out.print(options.json() ? Json.text(report) + "\n" : report.text());
        return report.gainsAuthority() ? CommandLine.FOUND : CommandLine.CLEAN;
    }

    private List<DiffReport.Playbook> compare(GivenFiles old, GivenFiles now) {
        if (old.playbooks().isEmpty() || now.playbooks().isEmpty()) {
            throw new Unusable("no playbook (.bpmn) was given in " + (old.playbooks().isEmpty() ? options.paths().get(0) : options.paths().get(1)));
        }
        AuthorityProof proof = new AuthorityProof(ActionCatalogue.shipped());
        Map<String, PlaybookVersion> before = versions(old, proof);
        Map<String, PlaybookVersion> after = versions(now, proof);
        if (!Files.isDirectory(options.paths().get(0))) {
            return List.of(both(now, before.values().iterator().next(), after.values().iterator().next()));
        }
        List<DiffReport.Playbook> playbooks = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(name -> playbooks.add(!before.containsKey(name) ? one(now, after.get(name), Direction.GAINS, "It is a new playbook.")
                : !after.containsKey(name) ? one(old, before.get(name), Direction.LOSES, "The playbook is gone.") : both(now, before.get(name), after.get(name))));
        return playbooks;
    }

    /** By process id: a file may have been renamed. */
    private static Map<String, PlaybookVersion> versions(GivenFiles files, AuthorityProof proof) {
        Map<String, PlaybookVersion> versions = new java.util.TreeMap<>();
        for (String file : files.playbooks()) {
            Proof proved = proof.prove(files.all(), file);
            proved.findings().stream().filter(finding -> finding.rule() == Rule.READ && finding.refuses() && finding.file().equals(file)).findFirst().ifPresent(finding -> {
                throw new Unusable(files.paths().get(file) + ": " + finding.message());
            });
            versions.put(proved.process(), new PlaybookVersion(files.all(), file, proved));
        }
        return versions;
    }

    private static DiffReport.Playbook both(GivenFiles files, PlaybookVersion before, PlaybookVersion now) {
        AuthorityChanges changes = new AuthorityDiff(ActionCatalogue.shipped()).between(before, now);
        return new DiffReport.Playbook(files.paths().get(now.file()).toString(), changes.process(), changes.oldSha256(), changes.newSha256(), changes.gainsAuthority(),
                changes.changes());
    }

    private static DiffReport.Playbook one(GivenFiles files, PlaybookVersion version, Direction direction, String sentence) {
        String sha256 = version.proof().sha256();
        return new DiffReport.Playbook(files.paths().get(version.file()).toString(), version.proof().process(), direction == Direction.GAINS ? "" : sha256,
                direction == Direction.GAINS ? sha256 : "", direction == Direction.GAINS, List.of(new Change(ChangeKind.ACTION, direction, "", sentence)));
    }
}
