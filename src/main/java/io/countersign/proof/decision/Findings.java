package io.countersign.proof.decision;

import io.countersign.proof.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is found in one file. */
final class Findings {

    private final String file;
    private final List<DecisionFinding> all = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void error(DecisionFinding.Kind kind, String element, String message, String mend, DecisionFinding.Example... examples) {
        all.add(new DecisionFinding(kind, Severity.ERROR, file, element, message, List.of(examples), mend));
    }

    void warning(DecisionFinding.Kind kind, String element, String message, String mend, DecisionFinding.Example... examples) {
        all.add(new DecisionFinding(kind, Severity.WARNING, file, element, message, List.of(examples), mend));
    }

    boolean refuse() {
        return all.stream().anyMatch(DecisionFinding::refuses);
    }

    /** Errors first, otherwise as they were found. */
    List<DecisionFinding> all() {
        return all.stream().sorted(Comparator.comparing(DecisionFinding::severity)).toList();
    }
}
