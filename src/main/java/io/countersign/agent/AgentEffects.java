package io.countersign.agent;

import io.countersign.evidence.ActionRunId;
import java.util.List;

/** What an agent did that is still in effect. The module that takes runs back implements it; nothing here acts on a target. */
public interface AgentEffects {

    /** How many effects that it asked for are in place or under way, in runs that have not ended. */
    int inEffect(String agent);

    /**
     * Orders the roll back of every run that {@link #inEffect} counts, each planned and on the record. Call it without a
     * transaction: each order is one of its own. An order is no effect yet; look at {@link #inEffect} until nothing is left.
     *
     * @param by the action run that orders it; the run that it belongs to is left alone
     */
    Ordered takeBack(String agent, ActionRunId by);

    /** What became of the orders, one sentence a run. */
    record Ordered(List<String> taken, List<String> refused) {

        public Ordered {
            taken = List.copyOf(taken);
            refused = List.copyOf(refused);
        }
    }
}
