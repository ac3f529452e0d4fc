package io.countersign.policy;

import io.countersign.action.ActionDigest;
import io.countersign.evidence.PlaybookRunId;
import java.util.List;
import java.util.Optional;

/** Keeps assessments; they are never changed. Writes join the caller's transaction (MANDATORY) and are evidence in it. */
public interface Assessments {

    void keep(Assessment assessment, String agentOwner);

    Optional<Assessment> find(ActionDigest digest);

    /** The one that counts for this element of this run: the latest. */
    Optional<Assessment> latest(PlaybookRunId run, String activity);

    /** All of a run, oldest first. */
    List<Assessment> ofRun(PlaybookRunId run);

    int count(PlaybookRunId run, String activity);
}
