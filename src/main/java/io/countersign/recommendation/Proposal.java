package io.countersign.recommendation;

import io.countersign.action.Target;
import java.util.List;
import java.util.Map;

/**
 * One action that a recommender advises.
 *
 * @param confidence 0.0 to 1.0, as the recommender states it; policy treats it as a claim
 * @param reasons    what speaks for it, at least one
 * @param against    what speaks against it; may be empty
 * @param ifNothing  what happens if nothing is done
 */
public record Proposal(String actionType, Target target, Map<String, String> parameters, double confidence, List<String> reasons,
                       List<String> against, String ifNothing) {
}
