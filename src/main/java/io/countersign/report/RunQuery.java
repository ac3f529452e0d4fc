package io.countersign.report;

import io.countersign.evidence.IncidentId;
import java.time.Instant;

/**
 * Which runs to find; null means any.
 *
 * @param target  the beginning of a target's name, in any case
 * @param person  username of somebody who did or decided something in the run
 * @param agent   id of the agent that asked
 * @param action  catalogue id of an action that was assessed in it
 * @param from    first moment at which the run started
 * @param to      first moment that is no longer wanted
 * @param outcome how the run ended in its own words, its state, or the state of one of its actions, for example {@code DRIFTED}
 * @param playbook key of the playbook
 */
public record RunQuery(IncidentId incident, String target, String person, String agent, String action, Instant from, Instant to, String outcome,
                       String playbook) {

    /** All runs. */
    public static final RunQuery ANY = new RunQuery(null, null, null, null, null, null, null, null, null);

    public RunQuery {
        target = given(target);
        person = given(person);
        agent = given(agent);
        action = given(action);
        outcome = given(outcome);
        playbook = given(playbook);
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
