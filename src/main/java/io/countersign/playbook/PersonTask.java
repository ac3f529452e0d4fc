package io.countersign.playbook;

import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.time.Instant;
import java.util.List;

/**
 * Something that waits for a person in a run.
 *
 * @param activity the element id of the action that it is about; empty for a review of a whole rollback
 * @param teams    whose people may do it
 * @param help     what, who and why, as the designer wrote it
 * @param askAgain when a person who looked at it wanted it asked again; null if nobody put it off
 */
public record PersonTask(String id, Kind kind, String name, PlaybookRunId run, IncidentId incident, String activity, List<String> teams, Instant since,
                         String help, Instant askAgain) {

    /** Whether somebody looked at it, and nobody has to look again before its day. */
    public boolean putOffAt(Instant now) {
        return askAgain != null && now.isBefore(askAgain);
    }

    /** What is asked of the person. */
    public enum Kind {
        /** Approve or refuse one digest; decided through the approval module only. */
        APPROVAL,
        /** Carry out what no machine may, by hand, and say so; needs the password once more. */
        BY_HAND,
        /** Say how to go on after an outcome that is not clear. */
        RESOLVE,
        /** Look at what a rollback left. */
        REVIEW
    }
}
