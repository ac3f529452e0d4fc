package io.countersign.report;

import io.countersign.approval.ApprovalRequestView;
import java.time.Instant;
import java.util.List;

/**
 * One question to people and what they said.
 *
 * @param teams names of the teams that are asked
 */
public record ApprovalAsk(ApprovalRequestView request, List<String> teams, List<Said> said) {

    /** What one person said. {@code until}: from then on the approval counts no longer. */
    public record Said(String person, String name, String team, boolean approved, String rationale, Instant at, Instant until) {
    }
}
