package io.countersign.command;

import io.countersign.action.ActionCatalogue;
import io.countersign.proof.AuthorityProof;
import io.countersign.proof.PlaybookFiles;
import io.countersign.proof.Proof;
import io.countersign.proof.Rule;
import io.countersign.rehearsal.Rehearsal;
import io.countersign.rehearsal.RehearsalReport;
import io.countersign.rehearsal.ScenarioInvalid;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.NestedExceptionUtils;

/** {@code check}: proves each playbook that was given. */
record CheckCommand(Options options, PrintStream out, Class<?> application) {

    int run() {
        List<Path> scripts = options.scripts().stream().flatMap(CheckCommand::scripts).toList();
        requirePlayable(scripts);
        GivenFiles files = GivenFiles.read(options.paths());
        if (files.playbooks().isEmpty()) {
            throw new Unusable("no playbook (.bpmn) was given");
        }
        AuthorityProof proof = new AuthorityProof(ActionCatalogue.shipped());
        List<Proof> proofs = files.playbooks().stream().map(file -> proof.prove(files.all(), file)).toList();
        int code = code(proofs);
        List<RehearsalReport> rehearsals = code == CommandLine.CLEAN && !scripts.isEmpty() ? rehearse(files, proofs, scripts) : List.of();
        if (options.json()) {
            out.println(Json.text(CheckReport.of(files, proofs, rehearsals)));
        } else {
            out.print(new CheckText(files, proofs).text() + RehearsalText.of(rehearsals));
        }
        return code == CommandLine.CLEAN && !rehearsals.stream().allMatch(RehearsalReport::asExpected) ? CommandLine.FOUND : code;
    }

    private static void requirePlayable(List<Path> scripts) {
        try {
            scripts.forEach(Rehearsal::requirePlayable);
        } catch (ScenarioInvalid invalid) {
            throw new Unusable(invalid.getMessage());
        }
    }

    /** Only what is proved is played. */
    private List<RehearsalReport> rehearse(GivenFiles files, List<Proof> proofs, List<Path> scripts) {
        Map<String, byte[]> byProcess = new TreeMap<>(files.all().byName());
        proofs.forEach(proof -> {
            byProcess.remove(proof.file());
            byProcess.put(proof.process() + ".bpmn", files.all().find(proof.file()).orElseThrow());
        });
        try (Rehearsal rehearsal = Rehearsal.with(application, PlaybookFiles.of(byProcess))) {
            return scripts.stream().map(rehearsal::play).toList();
        } catch (RuntimeException refused) {
            throw new Unusable("the product does not start with these files: " + NestedExceptionUtils.getMostSpecificCause(refused).getMessage());
        }
    }

    private static Stream<Path> scripts(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new Unusable(path + " cannot be read");
        }
    }

    private static int code(List<Proof> proofs) {
        boolean unreadable = proofs.stream().flatMap(proof -> proof.findings().stream()).anyMatch(finding -> finding.rule() == Rule.READ && finding.refuses());
        return unreadable ? CommandLine.UNUSABLE : proofs.stream().allMatch(Proof::holds) ? CommandLine.CLEAN : CommandLine.FOUND;
    }
}
