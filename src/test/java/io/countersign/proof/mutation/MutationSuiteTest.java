package io.countersign.proof.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.Catalogues;
import io.countersign.proof.AuthorityProof;
import io.countersign.proof.BpmnFile;
import io.countersign.proof.Finding;
import io.countersign.proof.PlaybookFiles;
import io.countersign.proof.Proof;
import io.countersign.proof.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind of unsafe change, at every place of every shipped playbook that it fits, is refused by the rule it breaks; no harmless one is. */
class MutationSuiteTest {

    private record Mutant(String playbook, Mutation kind, int place) {
    }

    /** Of one kind in one playbook at most, spread over all that there are; for a quick look. */
    private static final int PLACES = Integer.getInteger("countersign.test.places", Integer.MAX_VALUE);
    private static final String PLAYBOOKS = System.getProperty("countersign.test.playbooks", ".*");
    private static final AuthorityProof PROOF = new AuthorityProof(Catalogues.shipped());
    private static final PlaybookFiles SHIPPED = shipped();
    /** Read once by each thread, for trees are not even read by two at once. */
    private static final ThreadLocal<Map<String, BpmnFile>> ORIGINALS = ThreadLocal.withInitial(HashMap::new);

    @Test
    void everyUnsafeChangeIsRefusedByItsRule() {
        List<Mutation> kinds = Stream.of(UnsafeDecisions.ALL, UnsafeWaysBack.ALL, UnsafeWords.ALL).flatMap(List::stream).toList();
        judge("unsafe", kinds, 40);
    }

    @Test
    void everyHarmlessChangePasses() {
        judge("harmless", Harmless.ALL, 20);
    }

    private static void judge(String word, List<Mutation> kinds, int least) {
        List<Mutant> mutants = kinds.stream().flatMap(kind -> SHIPPED.playbooks().stream().filter(name -> name.matches(PLAYBOOKS))
                .flatMap(playbook -> mutants(playbook, kind).stream())).toList();
        assertThat(mutants.stream().map(Mutant::kind).distinct()).as("kinds that fit somewhere").hasSameSizeAs(kinds).hasSizeGreaterThanOrEqualTo(least);
        List<String> wrong = mutants.parallelStream().map(MutationSuiteTest::wrong).filter(text -> !text.isEmpty()).toList();
        System.out.printf("proof.mutation %s kinds=%d mutants=%d wrong=%d%n", word, kinds.size(), mutants.size(), wrong.size());
        assertThat(wrong).isEmpty();
    }

    private static List<Mutant> mutants(String playbook, Mutation kind) {
        int places = kind.places().apply(new Surgery(original(playbook))).size();
        return IntStream.range(0, Math.min(places, PLACES)).mapToObj(i -> new Mutant(playbook, kind, places <= PLACES ? i : i * places / PLACES)).toList();
    }

    private static BpmnFile original(String playbook) {
        return ORIGINALS.get().computeIfAbsent(playbook, name -> BpmnFile.read("bpmn/" + name));
    }

    /** In words; empty if it is judged as it should be. */
    private static String wrong(Mutant mutant) {
        Surgery file = new Surgery(original(mutant.playbook()).copy());
        var place = mutant.kind().places().apply(file).get(mutant.place());
        String id = Surgery.id(place);
        mutant.kind().change().accept(file, place);
        Map<String, byte[]> files = new TreeMap<>(SHIPPED.byName());
        files.put(mutant.playbook(), file.file.write());
        Proof proof = PROOF.prove(PlaybookFiles.of(files), mutant.playbook());
        Set<Rule> rules = proof.findings().stream().filter(Finding::refuses).map(Finding::rule).collect(Collectors.toSet());
        boolean right = mutant.kind().rules().isEmpty() ? proof.holds() : mutant.kind().rules().stream().anyMatch(rules::contains);
        return right ? "" : mutant.playbook() + ":" + id + " " + mutant.kind() + ": " + proof.findings().stream().limit(3)
                .map(finding -> finding.rule() + " " + finding.element() + " " + finding.message()).collect(Collectors.toCollection(ArrayList::new));
    }

    private static PlaybookFiles shipped() {
        try {
            return PlaybookFiles.read(List.of(Path.of("bpmn"), Path.of("forms")));
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
