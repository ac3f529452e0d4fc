package io.countersign.proof;

import java.time.Duration;
import java.util.List;

/**
 * What was found out about one playbook.
 *
 * @param process  id of the process; empty if the file could not be read
 * @param name     name of the process
 * @param sha256   of the playbook's file, as 64 lower-case hex digits
 * @param rules    version of the rules; a proof by other rules is made anew
 * @param states   how many states were explored
 * @param took     wall clock time
 * @param actions  what each action may do at most, in the order of the file
 * @param findings errors first, then by element
 */
public record Proof(String file, String process, String name, String sha256, String rules, long states, Duration took, List<ActionAuthority> actions,
                    List<Finding> findings) {

    public Proof {
        actions = List.copyOf(actions);
        findings = List.copyOf(findings);
    }

    /** Whether the playbook may run. */
    public boolean holds() {
        return findings.stream().noneMatch(Finding::refuses);
    }
}
