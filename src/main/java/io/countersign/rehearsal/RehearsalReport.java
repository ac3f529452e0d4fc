package io.countersign.rehearsal;

import java.util.List;

/**
 * What happened.
 *
 * @param title    of the script
 * @param timeline one sentence a line, oldest first, each with the time since the run began
 * @param failures what was expected and did not happen; empty if all did
 */
public record RehearsalReport(String title, List<String> timeline, List<String> failures) {

    public boolean asExpected() {
        return failures.isEmpty();
    }
}
