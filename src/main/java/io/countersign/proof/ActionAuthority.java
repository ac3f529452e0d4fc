package io.countersign.proof;

import io.countersign.action.RiskTier;
import java.util.Set;
import java.util.SortedMap;

/**
 * What the exploration saw one action of a playbook do at most.
 *
 * @param activity   id of the action's element
 * @param actionType catalogue id
 * @param approvals  for each tier in which the action was entered: the approval tasks that were passed on some way there
 * @param after      activities whose effect can be in force already when this one takes effect
 */
public record ActionAuthority(String activity, String name, String actionType, SortedMap<RiskTier, Set<String>> approvals, Set<String> after) {

    /** Whether the action can run without anybody being asked. */
    public boolean autonomous() {
        return approvals.containsKey(RiskTier.AUTONOMOUS);
    }
}
