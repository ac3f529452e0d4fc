package io.countersign.report;

import io.countersign.action.ActionType;
import io.countersign.execution.ActionRunView;
import io.countersign.policy.Assessment;
import io.countersign.recommendation.Proposal;
import java.util.List;

/**
 * Everything about one action request: what was asked, why, what policy and people said, what became of it.
 *
 * @param name         what is done to which target, as a person says it: "Isolate host ws-0142"
 * @param type         the entry of the catalogue, with side effects and inverse; null if the catalogue no longer has it
 * @param decision     the version of the risk decision in words
 * @param proposal     the advice it came from, or null if it is not at hand
 * @param target       who and what the target is
 * @param means        how it is done
 * @param asks         the questions to people, in order
 * @param run          the row of the ledger, or null: then nothing was ever tried
 * @param steps        what the record says about this digest, oldest first
 */
public record ActionCase(String name, ActionType type, Assessment assessment, String decision, Proposal proposal, TargetFacts target, Means means,
                         List<ApprovalAsk> asks, ActionRunView run, List<TimelineLine> steps) {

    /**
     * What the inventory says about a target.
     *
     * @param known       false if the inventory does not have it: the rest is then "unknown" or empty
     * @param owner       display name of the person who answers for it, or empty
     * @param team        name of the owning team, or empty
     */
    public record TargetFacts(String kind, String value, boolean known, String criticality, String environment, String owner, String team) {
    }

    /** @param connector name of the product's connector; empty if none is configured, so that nothing could be done */
    public record Means(String connector, boolean sandbox) {
    }
}
