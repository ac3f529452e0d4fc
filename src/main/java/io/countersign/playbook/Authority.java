package io.countersign.playbook;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.ActionType;
import io.countersign.action.RiskTier;
import io.countersign.action.RuleHit;
import io.countersign.policy.RiskPolicy;
import io.countersign.proof.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Service;

/**
 * Says what a version of a playbook may do at most: for each of its actions every tier that the risk decision deployed with it can
 * give, over all values of the inputs, in an open case, for an agent that may act up to {@code DUAL}. A lower ceiling, or a closed
 * case, only makes it stricter.
 */
@Service
public class Authority {

    private final RepositoryService repository;
    private final ActionCatalogue catalogue;
    private final RiskPolicy policy;
    /** Deployed versions never change. */
    private final Map<String, List<AuthorityRow.Reach>> known = new ConcurrentHashMap<>();

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
        RuleCells cells = new RuleCells(Vocabulary.RISK_DECISION, repository.getDmnModelInstance(decision));
        List<RuleHit> rules = cells.outputs().stream().map(RuleHit::from).toList();
        Reached reached = new Reached();
        new RiskCases(cells, type).each(matching ->
                reached.add(policy.decide(type, RiskTier.DUAL, matching.stream().mapToObj(rules::get).toList(), "owner")));
        return reached.tiers();
    }
}
