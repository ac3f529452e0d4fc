package io.countersign.evidence;

import java.util.List;

/** Reads the record, oldest first. Never filters by what the caller would like to see: rights are checked before. */
public interface EvidenceTrail {

    List<EvidenceRow> ofIncident(IncidentId incident);

    List<EvidenceRow> ofPlaybookRun(PlaybookRunId run);

    /** Newest first, at most {@code limit} (1 to 1000) rows that contain all given, non-null criteria. */
    List<EvidenceRow> search(EvidenceQuery query, int limit);
}
