package io.countersign.desk.api;

import io.countersign.playbook.DeployResult;
import io.countersign.playbook.PlaybookLibrary;
import io.countersign.playbook.PlaybookVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A deployment in the words of the engine's REST API, as far as Modeler reads it. */
record ModelerDeployment(String id, String name, String source, Instant deploymentTime, List<Object> links, Map<String, Definition> deployedProcessDefinitions,
                         Map<String, Definition> deployedDecisionDefinitions) {

    /** One version that was made. */
    record Definition(String id, String key, String name, int version, String versionTag, String deploymentId) {
    }

    static ModelerDeployment of(DeployResult result, String source) {
        Map<String, Definition> playbooks = new TreeMap<>();
        for (PlaybookVersion made : result.playbooks()) {
            playbooks.put(made.definition(), new Definition(made.definition(), made.key(), made.name(), made.version(), made.versionTag(), result.deployment()));
        }
        Map<String, Definition> decisions = new TreeMap<>();
        for (PlaybookLibrary.DecisionVersion made : result.decisions()) {
            decisions.put(made.definition(), new Definition(made.definition(), made.key(), made.name(), made.version(), made.versionTag(), result.deployment()));
        }
        return new ModelerDeployment(result.deployment(), result.name(), source, result.at(), List.of(), playbooks, decisions);
    }
}
