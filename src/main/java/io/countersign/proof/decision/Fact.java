package io.countersign.proof.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the product tells the risk decision: the names of its inputs, every value that it can send, and which of two values is the
 * graver risk. Chains go from harmless to grave:
 * <ul>
 * <li>Irreversibility: what cannot be undone at all (R4) is graver than what only a person can undo safely (R5); what ends by itself
 * (R3) cannot be taken back sooner, and so is graver than what can.</li>
 * <li>What nobody knows counts at least as production, and at least as a high criticality.</li>
 * <li>A less sure AI, and an agent of a lower ceiling, are graver.</li>
 * </ul>
 */
enum Fact {
    REVERSIBILITY("reversibility", "Less reversible", List.of("E", "R1", "R2", "R3", "R5", "R4")),
    ACTION_TYPE("actionType", "", List.of()),
    SEVERITY("severity", "Graver severity", List.of("INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL")),
    ENVIRONMENT("environment", "Graver environment", List.of("DEVELOPMENT", "STAGING", "PRODUCTION", "UNKNOWN")),
    CRITICALITY("targetCriticality", "More critical target", List.of("LOW", "MEDIUM", "HIGH", "CRITICAL"), List.of("LOW", "MEDIUM", "HIGH", "UNKNOWN")),
    KIND("targetKind", "", List.of()),
    TICKET("ticketState", "Closed ticket", List.of("OPEN", "CLOSED"), List.of("IN_PROGRESS", "CLOSED")),
    CONFIDENCE("confidence", "Less sure AI", List.of()),
    CEILING("agentCeiling", "Lower ceiling of the agent", List.of("HUMAN_ONLY", "DUAL", "APPROVE", "AUTONOMOUS", "OBSERVE"), List.of("DENY"));

    private final String input;
    private final String graver;
    private final List<List<String>> chains;

    @SafeVarargs
    Fact(String input, String graver, List<String>... chains) {
        this.input = input;
        this.graver = graver;
        this.chains = List.of(chains);
    }

    static Optional<Fact> of(String input) {
        return Arrays.stream(values()).filter(fact -> fact.input.equals(input)).findFirst();
    }

    /** As the decision names it. */
    String input() {
        return input;
    }

    /** What a step to the graver is called. */
    String graver() {
        return graver;
    }

    List<List<String>> chains() {
        return chains;
    }

    /** Every text that the product can send; for actions and kinds of targets the catalogue knows them. */
    List<String> known() {
        return chains.stream().flatMap(List::stream).distinct().toList();
    }

    boolean number() {
        return this == CONFIDENCE;
    }
}
