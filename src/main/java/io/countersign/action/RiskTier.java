package io.countersign.action;

/** Who must agree before an action takes effect, from the loosest to the strictest. */
public enum RiskTier {
    /** No lasting effect is made; nothing is done. */
    OBSERVE,
    /** The agent may act; people are told. */
    AUTONOMOUS,
    /** One human approves. */
    APPROVE,
    /** Two humans of different teams approve. */
    DUAL,
    /** Only a person does it, by hand, with step-up. */
    HUMAN_ONLY,
    /** Nobody does it. */
    DENY;

    public boolean stricterThan(RiskTier other) {
        return compareTo(other) > 0;
    }

    public static RiskTier strictest(RiskTier one, RiskTier other) {
        return one.stricterThan(other) ? one : other;
    }

    /** How many approvals of distinct people (and, from two, distinct teams) a machine's action needs; never asked of the tiers a machine may not act in. */
    public int quorum() {
        return switch (this) {
            case AUTONOMOUS -> 0;
            case APPROVE -> 1;
            case DUAL -> 2;
            case OBSERVE, HUMAN_ONLY, DENY -> throw new IllegalStateException("No machine acts in tier " + this);
        };
    }

    /** Whether a machine may carry the action out at all. */
    public boolean machineActs() {
        return this == AUTONOMOUS || this == APPROVE || this == DUAL;
    }
}
