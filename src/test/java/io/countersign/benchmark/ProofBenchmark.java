package io.countersign.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.Catalogues;
import io.countersign.proof.AuthorityProof;
import io.countersign.proof.GeneratedPlaybook;
import io.countersign.proof.PlaybookFiles;
import io.countersign.proof.Proof;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code mvn -Pbench verify}: how long a proof takes, warm, reading the file included; the median of some proofs in a row. */
class ProofBenchmark {

    private static final int TIMES = Integer.getInteger("bench.proofs", 9);

    private final AuthorityProof proof = new AuthorityProof(Catalogues.shipped());

    @BeforeAll
    static void wanted() {
        Parts.require("proof");
    }

    @Test
    void proofsOfSmallAndLargePlaybooks() throws IOException {
        PlaybookFiles shipped = PlaybookFiles.read(List.of(Path.of("bpmn"), Path.of("forms")));
        shipped.playbooks().forEach(file -> IntStream.range(0, 5).forEach(i -> proof.prove(shipped, file)));
        System.out.printf("%-38s %9s %10s %11s %11s%n", "proof of", "elements", "states", "median ms", "slowest ms");
        List<Proof> all = new ArrayList<>(shipped.playbooks().stream().map(file -> row(file, shipped, file)).toList());
        all.add(row("20 actions, 200 activities", GeneratedPlaybook.sequence(20)));
        for (int actions : List.of(5, 10, 20, 40)) {
            all.add(row(actions + " actions one after another", GeneratedPlaybook.sequence(actions)));
        }
        all.add(row("17 branches side by side", GeneratedPlaybook.parallel(17, 0)));
        all.add(row("3 branches side by side that act", GeneratedPlaybook.parallel(3, 3)));
        all.add(row("a file of 4,000 elements", GeneratedPlaybook.sequence(1).afterLooks(1960)));
        assertThat(all).allSatisfy(proved -> assertThat(proved.states()).isPositive());
    }

    private Proof row(String name, GeneratedPlaybook playbook) {
        return row(name, playbook.files(), GeneratedPlaybook.FILE);
    }

    private Proof row(String name, PlaybookFiles files, String file) {
        List<Proof> proofs = IntStream.range(0, TIMES).mapToObj(i -> proof.prove(files, file)).toList();
        List<Long> nanos = proofs.stream().map(proved -> proved.took().toNanos()).sorted().toList();
        Proof last = proofs.get(TIMES - 1);
        System.out.printf("%-38s %9d %10d %11.1f %11.1f %s%n", name, elements(files, file), last.states(), nanos.get(TIMES / 2) / 1e6, nanos.get(TIMES - 1) / 1e6,
                last.holds() ? "" : "refused: " + last.findings().get(0).rule() + " " + last.findings().get(0).message());
        return last;
    }

    private static int elements(PlaybookFiles files, String file) {
        return Bpmn.readModelFromStream(new java.io.ByteArrayInputStream(files.find(file).orElseThrow())).getModelElementsByType(FlowElement.class).size();
    }
}
