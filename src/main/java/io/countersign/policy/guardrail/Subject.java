package io.countersign.policy.guardrail;

import io.countersign.action.Target;

/**
 * What is to be done, as far as guardrails look at it.
 *
 * @param team        that owns the target, else the incident's
 * @param environment of the target, else of the incident
 * @param role        of the target in the inventory, or empty
 */
public record Subject(String actionType, Target target, String team, String environment, String role) {
}
