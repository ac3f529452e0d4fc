package io.countersign.recommendation;

import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Advice that passed every check, best first, with where it came from. {@code inputsDigest}: SHA-256 of the canonical inputs kept with it. */
public record Recommendation(UUID id, IncidentId incident, PlaybookRunId playbookRun, String agent, String recommender, String version,
                             String inputsDigest, Instant at, List<Proposal> proposals) {
}
