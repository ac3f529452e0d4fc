package io.countersign.playbook.engine;

import io.countersign.action.ActionRequest;
import io.countersign.action.ActionType;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.policy.RiskFacts;
import java.util.Optional;
import java.util.UUID;

/** What is put to policy for one element of one run. {@code request} is empty where nobody recommended such an action: then nothing is done. */
record RiskQuestion(IncidentId incident, PlaybookRunId run, String activity, ActionType type, Optional<ActionRequest> request,
                    Optional<UUID> recommendation, RiskFacts facts, String owningTeam, String agentOwner) {
}
