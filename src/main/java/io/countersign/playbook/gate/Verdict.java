package io.countersign.playbook.gate;

import io.countersign.proof.diff.AuthorityChanges;
import java.time.Instant;
import java.util.List;

/**
 * What a second person said to a submission.
 *
 * @param changes what they were shown
 */
public record Verdict(boolean activated, String person, String rationale, List<AuthorityChanges> changes, Instant at) {

    public Verdict {
        changes = List.copyOf(changes);
    }
}
