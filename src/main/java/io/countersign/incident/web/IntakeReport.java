package io.countersign.incident.web;

import io.countersign.incident.IntakeOutcome;
import io.countersign.incident.RecordProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What became of each record of a request. */
@Schema(description = "What became of each record of a request, in the order of the request.")
record IntakeReport(@Schema(description = "How many are new alerts.") long accepted,
                    @Schema(description = "How many this source had sent before.") long duplicates,
                    @Schema(description = "How many could not be read and are kept in quarantine.") long quarantined,
                    List<Row> results) {

    /** One record. */
    @Schema(name = "IntakeResult")
    record Row(@Schema(description = "Place in the request, from 0.") int index,
               @Schema(allowableValues = {"accepted", "duplicate", "quarantined"}) String status,
               @Schema(description = "Id of the alert, or of the quarantined record.") UUID id,
               @Schema(example = "INC-31", description = "The incident it joined; absent if quarantined.") String incident,
               @Schema(description = "Absent unless quarantined.") Problem problem) {
    }

    /** Why one record was quarantined. */
    @Schema(name = "IntakeProblem")
    record Problem(RecordProblem.Kind kind,
                   @Schema(description = "JSON pointer within the record; empty means the whole record.", example = "/observables/0/kind") String pointer,
                   @Schema(description = "One sentence for a person.") String reason) {
    }

    static IntakeReport of(List<IntakeOutcome> outcomes) {
        List<Row> rows = new ArrayList<>();
        for (IntakeOutcome outcome : outcomes) {
            rows.add(row(rows.size(), outcome));
        }
        return new IntakeReport(count(rows, "accepted"), count(rows, "duplicate"), count(rows, "quarantined"), rows);
    }

    /** Nothing in the request was small and flat enough to be looked at. */
    boolean allOverLimit() {
        return !results.isEmpty() && results.stream().allMatch(row -> row.problem() != null && row.problem().kind() == RecordProblem.Kind.OVER_LIMIT);
    }

    private static Row row(int index, IntakeOutcome outcome) {
        if (outcome instanceof IntakeOutcome.Accepted accepted) {
            return new Row(index, "accepted", accepted.alert(), accepted.incident().toString(), null);
        }
        if (outcome instanceof IntakeOutcome.Duplicate duplicate) {
            return new Row(index, "duplicate", duplicate.alert(), duplicate.incident().toString(), null);
        }
        IntakeOutcome.Quarantined kept = (IntakeOutcome.Quarantined) outcome;
        return new Row(index, "quarantined", kept.record(), null,
                new Problem(kept.problem().kind(), kept.problem().pointer(), kept.problem().reason()));
    }

    private static long count(List<Row> rows, String status) {
        return rows.stream().filter(row -> row.status().equals(status)).count();
    }
}
