package io.countersign.report;

import io.countersign.action.RiskTier;
import io.countersign.execution.PlaybookRun;
import java.util.List;

/**
 * One run in a list.
 *
 * @param playbook      name of the playbook
 * @param incidentTitle untrusted text
 * @param startedBy     who or what started it
 */
public record RunRow(PlaybookRun run, String playbook, String incidentTitle, String startedBy, List<Action> actions, List<Said> decisions) {

    /** One request of the run. {@code state} is that of its ledger row, or null if nothing was ever tried. */
    public record Action(String name, String target, RiskTier tier, String rule, String agent, String state, boolean sandbox) {
    }

    /** What one person said. */
    public record Said(String person, String name, String team, boolean approved) {
    }
}
