package io.countersign.road;

import io.countersign.action.RiskTier;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.evidence.IncidentId;
import java.util.Map;

/** An incident with targets of its own, so that no test meets the leases of another. */
record Scene(Script script, RiskTier tier, IncidentId incident, Map<TargetKind, Target> targets) {

    Target target(String action) {
        return targets.get(Script.target(action));
    }
}
