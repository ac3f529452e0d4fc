package io.countersign.proof.diff;

import java.util.Comparator;
import java.util.List;

/**
 * All that changed in authority between two versions of one playbook; empty if only names, layout or documentation did.
 *
 * @param process   id of the process
 * @param oldSha256 of the old file
 * @param newSha256 of the new file
 * @param changes   what was gained first
 */
public record AuthorityChanges(String process, String oldSha256, String newSha256, List<Change> changes) {

    public AuthorityChanges {
        changes = changes.stream().distinct().sorted(Comparator.comparing(Change::direction)).toList();
    }

    /** Whether a second person must look before the new version may run. */
    public boolean gainsAuthority() {
        return changes.stream().anyMatch(change -> change.direction() == Direction.GAINS);
    }
}
