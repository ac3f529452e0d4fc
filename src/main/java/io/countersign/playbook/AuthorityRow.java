package io.countersign.playbook;

import io.countersign.action.ActionType;
import io.countersign.action.RiskTier;
import java.time.Duration;
import java.util.List;

/**
 * What a playbook may do in one of its steps, and who has to agree.
 *
 * @param reach every tier that the risk decision can give it, the loosest first
 */
public record AuthorityRow(PlaybookVersion.Step step, ActionType type, List<Reach> reach) {

    /**
     * One tier that is possible.
     *
     * @param teams ids of the teams that are asked then; {@code owner} stands for the team that owns the target
     * @param rules the rules that can give it
     * @param lease the longest it then stays by itself
     */
    public record Reach(RiskTier tier, List<String> teams, List<String> rules, Duration lease) {
    }
}
