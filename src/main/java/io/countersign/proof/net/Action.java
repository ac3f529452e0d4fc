package io.countersign.proof.net;

import io.countersign.action.ActionType;
import java.util.Optional;

/**
 * One automatic action of the playbook.
 *
 * @param index    its place among the actions of the net
 * @param activity id of its element
 * @param typeId   catalogue id as the file says it; empty if it says none
 * @param type     empty if the catalogue does not know it
 */
public record Action(int index, String activity, String typeId, Optional<ActionType> type) {

    /** Whether its effect stays until it is undone; of what the catalogue does not know, the worst is assumed. */
    public boolean lasting() {
        return type.map(known -> known.reversibility().lasting()).orElse(true);
    }

    public boolean mayBeAutonomous() {
        return type.map(known -> known.reversibility().autonomyThinkable()).orElse(true);
    }
}
