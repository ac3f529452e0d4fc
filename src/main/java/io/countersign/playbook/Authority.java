package io.countersign.playbook;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.ActionType;
import io.countersign.action.RiskTier;
import io.countersign.action.RuleHit;
import io.countersign.policy.RiskPolicy;
import io.countersign.proof.Vocabulary;
import io.countersign.proof.decision.DecisionAnalysis;
import io.countersign.proof.decision.DecisionReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Service;

/**
 * Says what a version of a playbook may do at most: for each of its actions every tier that the risk decision deployed with it can
 * give, over all values of the inputs, in an open case, for an agent that may act up to {@code DUAL}. A lower ceiling, or a closed
 * case, only makes it stricter. Of a decision that cannot be analysed every tier is thought possible.
 */
@Service
public class Authority {

    private final RepositoryService repository;
    private final ActionCatalogue catalogue;
    private final RiskPolicy policy;
    /** Deployed versions never change. */
    private final Map<String, List<AuthorityRow.Reach>> known = new ConcurrentHashMap<>();
    private final Map<String, DecisionReport> reports = new ConcurrentHashMap<>();

    Authority(RepositoryService repository, ActionCatalogue catalogue, RiskPolicy policy) {
        this.repository = repository;
        this.catalogue = catalogue;
        this.policy = policy;
    }

    public List<AuthorityRow> of(PlaybookVersion playbook) {
        String deployment = repository.getProcessDefinition(playbook.definition()).getDeploymentId();
        String decision = repository.createDecisionDefinitionQuery().deploymentId(deployment).decisionDefinitionKey(Vocabulary.RISK_DECISION).singleResult().getId();
        return playbook.actions().stream().map(step -> row(step, decision)).toList();
    }

    private AuthorityRow row(PlaybookVersion.Step step, String decision) {
        ActionType type = catalogue.get(step.actionType());
        return new AuthorityRow(step, type, known.computeIfAbsent(decision + " " + type.id(), id -> reach(type, decision)));
    }

    private List<AuthorityRow.Reach> reach(ActionType type, String decision) {
        DecisionReport report = reports.computeIfAbsent(decision, this::analysed);
        return report.cases(type, RiskTier.DUAL).map(cases -> reached(type, cases))
                .orElseGet(() -> report.tiers(type).stream().map(tier -> new AuthorityRow.Reach(tier, List.of(), List.of(), Duration.ZERO)).toList());
    }

    private List<AuthorityRow.Reach> reached(ActionType type, List<List<RuleHit>> cases) {
        Reached reached = new Reached();
        cases.forEach(matching -> reached.add(policy.decide(type, RiskTier.DUAL, matching, "owner")));
        return reached.tiers();
    }

    private DecisionReport analysed(String decision) {
        try (InputStream file = repository.getDecisionModel(decision)) {
            return new DecisionAnalysis(catalogue, Set.of()).analyse(decision, file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
