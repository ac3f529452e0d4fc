package io.countersign.agent;

import io.countersign.action.RiskTier;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An agent that somebody wants registered.
 *
 * @param id      lower-case kebab-case, at most 64 characters; kept for ever in the record
 * @param owner   username of the person who will answer for it
 * @param team    id of its team
 * @param ceiling the strictest tier it may act in: OBSERVE (advice only), AUTONOMOUS, APPROVE or DUAL
 */
public record NewAgent(String id, String name, String purpose, String owner, String team, Set<String> actionTypes, RiskTier ceiling,
                       Instant endsAt) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public NewAgent {
        if (id == null || id.length() > 64 || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id: an agent's id is lower-case kebab-case of at most 64 characters, not '" + id + "'");
        }
        requireText("name", name, 100);
        requireText("purpose", purpose, 500);
        requireText("owner", owner, 100);
        requireText("team", team, 100);
        if (ceiling == null || !(ceiling.machineActs() || ceiling == RiskTier.OBSERVE)) {
            throw new IllegalArgumentException("ceiling: a machine acts at most in OBSERVE, AUTONOMOUS, APPROVE or DUAL, not " + ceiling);
        }
        if (endsAt == null) {
            throw new IllegalArgumentException("endsAt: an agent has an end date, so that it is looked at again");
        }
        actionTypes = Set.copyOf(actionTypes);
    }

    private static void requireText(String field, String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException(field + ": needs 1 to " + longest + " characters");
        }
    }
}
