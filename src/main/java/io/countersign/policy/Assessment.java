package io.countersign.policy;

import io.countersign.action.ActionDigest;
import io.countersign.action.ActionRequest;
import io.countersign.action.RuleHit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The decision on one request, as kept: what was asked, on which facts, which rules matched and what follows.
 *
 * @param canonical the very bytes whose SHA-256 is the digest, as UTF-8 text
 * @param decision  id of the decision definition (the DMN version) that was evaluated
 */
public record Assessment(ActionRequest request, ActionDigest digest, String canonical, UUID recommendation, RiskFacts facts,
                         List<RuleHit> hits, String decision, RiskVerdict verdict, Instant at) {

    public Assessment {
        hits = List.copyOf(hits);
    }
}
