package io.countersign.proof.explore;

import io.countersign.proof.net.Action;
import io.countersign.proof.net.Variable;
import java.util.List;

/**
 * Which actions are followed; of all others every outcome is taken, always.
 *
 * @param actions   those that are followed
 * @param all       how many lasting actions the net has
 * @param onlyOrder whether only their effects and the order of them are followed
 * @param reduced   whether steps that commute are taken in one order only, and what is never read again is forgotten
 */
record View(List<Action> actions, int all, boolean onlyOrder, boolean reduced) {

    /** Its place among those followed; -1 if it is not. */
    int place(Action action) {
        return action == null ? -1 : actions.indexOf(action);
    }

    boolean follows(Action action) {
        return place(action) >= 0;
    }

    /** What a variable is in a state, as {@link io.countersign.proof.net.Condition.Values} wants it. */
    int value(Variable variable, long[] facts) {
        return switch (variable.field()) {
            case IN_FORCE -> inForce(facts);
            case ROLLBACK -> facts.length == 0 ? -1 : Fact.ROLLBACK.of(facts[0]);
            case TIER -> of(variable, Fact.TIER, facts);
            case DECISION -> of(variable, Fact.DECISION, facts);
            case OUTCOME -> of(variable, Fact.OUTCOME, facts);
            case NEXT -> of(variable, Fact.NEXT, facts);
        };
    }

    private int of(Variable variable, Fact fact, long[] facts) {
        int place = place(variable.action());
        return place < 0 || onlyOrder ? -1 : fact.of(facts[place]);
    }

    private int inForce(long[] facts) {
        for (long fact : facts) {
            if (Fact.IN_FORCE.in(fact)) {
                return 1;
            }
        }
        long lasting = actions.stream().filter(Action::lasting).count();
        return lasting < all ? -1 : 0;
    }
}
