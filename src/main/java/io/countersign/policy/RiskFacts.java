package io.countersign.policy;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the risk decision looks at, exactly as the DMN table names its inputs. An assessment keeps them, and the executor
 * compares them with the facts of the moment: if any differs, but for the confidence, the assessment is stale.
 *
 * @param confidence  the recommender's claim, 0.0 to 1.0
 * @param agentCeiling name of the strictest tier that the asking agent may act in
 */
public record RiskFacts(String reversibility, String actionType, String severity, String environment, String targetCriticality,
                        String targetKind, String ticketState, double confidence, String agentCeiling) {

    /** By the names of the DMN inputs, in the order of the table. */
    public Map<String, Object> asVariables() {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("reversibility", reversibility);
        variables.put("actionType", actionType);
        variables.put("severity", severity);
        variables.put("environment", environment);
        variables.put("targetCriticality", targetCriticality);
        variables.put("targetKind", targetKind);
        variables.put("ticketState", ticketState);
        variables.put("confidence", confidence);
        variables.put("agentCeiling", agentCeiling);
        return variables;
    }
}
