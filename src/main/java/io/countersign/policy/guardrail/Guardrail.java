package io.countersign.policy.guardrail;

import io.countersign.action.RiskTier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One row of the guardrails. What a kind does not use is null or empty.
 *
 * @param id          kebab-case; a file or a person replaces the row of the same id
 * @param tier        what a breach demands at least; {@code DENY} refuses
 * @param enabled     whether it counts; so does one that does not say
 * @param actionType  only for this kind of action; null: for every one
 * @param team        only where this team owns the target; null: any
 * @param environment only there; null: anywhere
 * @param roles       of the inventory ({@code role=…}): whom a list protects, or which kind of thing must stay available
 * @param targets     further targets that a list names, as the inventory writes them
 * @param keep        AVAILABILITY: so many of the role stay uncontained; null: none of it is ever contained
 * @param window      BUDGET: how far back effects count
 * @param most        BUDGET: so many effects in that time; null: no such limit
 * @param percent     BUDGET: effects on so many of all known things of the target's kind; null: no such limit
 * @param from        FREEZE: since when; null: always
 * @param until       FREEZE: until when; null: for good
 */
public record Guardrail(String id, Kind kind, String name, RiskTier tier, Boolean enabled, String actionType, String team, String environment,
                        List<String> roles, List<String> targets, Integer keep, Duration window, Integer most, Integer percent, Instant from, Instant until) {

    /** What it watches. */
    public enum Kind {
        /** Things and people that are critical or very important: by role in the inventory, or by name. */
        LIST,
        /** The last of a kind must stay available. */
        AVAILABILITY,
        /** How much is done in a time, by all playbooks together. */
        BUDGET,
        /** A time in which nothing is changed. */
        FREEZE
    }

    public Guardrail {
        require(id != null && id.matches("[a-z][a-z0-9-]{1,59}"), "id: 2 to 60 lower-case letters, digits and dashes, beginning with a letter");
        require(kind != null, "kind: LIST, AVAILABILITY, BUDGET or FREEZE");
        require(name != null && !name.isBlank() && name.length() <= 120, "name: 1 to 120 characters that people understand");
        require(tier != null && tier.stricterThan(RiskTier.AUTONOMOUS), "tier: APPROVE, DUAL, HUMAN_ONLY or DENY");
        enabled = enabled == null || enabled;
        actionType = blankToNull(actionType);
        team = blankToNull(team);
        environment = blankToNull(environment);
        roles = roles == null ? List.of() : List.copyOf(roles);
        targets = targets == null ? List.of() : List.copyOf(targets);
        require(kind != Kind.LIST || !roles.isEmpty() || !targets.isEmpty(), "roles or targets: name at least one for a list");
        require(kind != Kind.AVAILABILITY || !roles.isEmpty(), "roles: name the role of the inventory that must stay available");
        require(keep == null || keep >= 1 && keep <= 100_000, "keep: 1 or more, or nothing: then none is ever contained");
        require(kind != Kind.BUDGET || window != null && !window.isNegative() && !window.isZero() && window.compareTo(Duration.ofDays(31)) <= 0,
                "window: up to 31 days, for example PT1H");
        require(kind != Kind.BUDGET || most != null || percent != null, "most or percent: a budget has at least one");
        require(most == null || most >= 0 && most <= 1_000_000, "most: 0 or more");
        require(percent == null || percent >= 1 && percent <= 100, "percent: 1 to 100");
        require(kind != Kind.FREEZE || from == null || until == null || from.isBefore(until), "until: after the beginning");
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Whether it looks at such an action at all. */
    boolean covers(Subject subject) {
        return enabled && (actionType == null || actionType.equals(subject.actionType())) && (team == null || team.equals(subject.team()))
                && (environment == null || environment.equals(subject.environment()));
    }

    /** Whether what is done at the same moment counts: then one claim waits for the other. */
    boolean countsOthers() {
        return kind == Kind.BUDGET || kind == Kind.AVAILABILITY;
    }
}
