package io.countersign.proof;

import io.countersign.action.ActionCatalogue;
import io.countersign.proof.decision.DecisionAnalysis;
import io.countersign.proof.decision.DecisionFinding;
import io.countersign.proof.decision.DecisionReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The decisions that are deployed with playbooks, each analysed once for its bytes. */
final class Decisions {

    private static final int KEPT = 64;

    private final DecisionAnalysis analysis;
    private final Map<String, DecisionReport> known = new ConcurrentHashMap<>();

    Decisions(ActionCatalogue catalogue) {
        this.analysis = new DecisionAnalysis(catalogue, Set.of());
    }

    List<Finding> findings(PlaybookFiles files) {
        return files.ofKind(".dmn").entrySet().stream().sorted(Map.Entry.comparingByKey())
                .flatMap(file -> report(file.getKey(), file.getValue()).findings().stream()).map(Decisions::finding).toList();
    }

    private DecisionReport report(String file, byte[] bytes) {
        if (known.size() > KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(file + " " + AuthorityProof.sha256(bytes), key -> analysis.analyse(file, bytes));
    }

    private static Finding finding(DecisionFinding found) {
        List<Step> examples = found.examples().stream().map(example -> new Step(found.element(), example.toString())).toList();
        Rule rule = found.kind() == DecisionFinding.Kind.READ ? Rule.READ : found.kind() == DecisionFinding.Kind.BOUND ? Rule.BOUND : Rule.DMN;
        return new Finding(rule, found.severity(), found.file(), found.element(), found.element(), found.message(), examples,
                Optional.of(Mend.of(found.mend().isEmpty() ? Rule.DMN.mend() : found.mend())));
    }
}
