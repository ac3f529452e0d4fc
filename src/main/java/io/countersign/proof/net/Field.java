package io.countersign.proof.net;

import io.countersign.action.RiskTier;
import java.util.Arrays;
import java.util.List;

/** The variables that a playbook may read, with the values they can take; what is not set yet is 0, the first value is 1. */
public enum Field {
    TIER("Tier", Arrays.stream(RiskTier.values()).map(Enum::name).toList()),
    DECISION("Decision", List.of("APPROVED", "REFUSED")),
    OUTCOME("Outcome", List.of("CONFIRMED", "STALE", "REFUSED", "NOT_APPLIED", "FAILED", "UNKNOWN")),
    NEXT("Next", List.of("RETRY", "GO_ON", "ROLL_BACK")),
    IN_FORCE("inForce", List.of("true")),
    ROLLBACK("rollbackOutcome", List.of("RESTORED", "ATTENTION"));

    private final String suffix;
    private final List<String> values;

    Field(String suffix, List<String> values) {
        this.suffix = suffix;
        this.values = values;
    }

    /** Whether each action has one of its own. */
    public boolean ofAction() {
        return this != IN_FORCE && this != ROLLBACK;
    }

    /** The name of it, or of the end of it where each action has one. */
    public String suffix() {
        return suffix;
    }

    /** 0 if no such value is ever taken. Every rollback that is not restored needs attention. */
    public int code(String value) {
        return values.indexOf(value) + 1;
    }

    public String value(int code) {
        return code == 0 ? "not set" : values.get(code - 1);
    }

    public int size() {
        return values.size();
    }
}
