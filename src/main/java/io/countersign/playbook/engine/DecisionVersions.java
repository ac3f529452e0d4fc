package io.countersign.playbook.engine;

import io.countersign.proof.Vocabulary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;

/** Which version of the risk decision belongs to which deployment; that never changes, so it is asked once. */
final class DecisionVersions {

    private static final Map<String, String> BY_DEPLOYMENT = new ConcurrentHashMap<>();

    private DecisionVersions() {
    }

    static String of(RepositoryService repository, String deployment) {
        return BY_DEPLOYMENT.computeIfAbsent(deployment, id -> repository.createDecisionDefinitionQuery().deploymentId(id)
                .decisionDefinitionKey(Vocabulary.RISK_DECISION).singleResult().getId());
    }
}
