package io.countersign.playbook.engine;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.ActionRequest;
import io.countersign.action.ActionType;
import io.countersign.action.RiskTier;
import io.countersign.agent.Agent;
import io.countersign.agent.Agents;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.policy.RiskFacts;
import io.countersign.policy.RiskFactsReader;
import io.countersign.recommendation.Proposal;
import io.countersign.recommendation.Recommendation;
import io.countersign.recommendation.Recommendations;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns the latest advice for one kind of action into a request with an id of its own. The model's words choose a target among those of the incident, never the action. */
@Component
class RiskQuestions {

    private final ActionCatalogue catalogue;
    private final Recommendations recommendations;
    private final Agents agents;
    private final RiskFactsReader facts;

    RiskQuestions(ActionCatalogue catalogue, Recommendations recommendations, Agents agents, RiskFactsReader facts) {
        this.catalogue = catalogue;
        this.recommendations = recommendations;
        this.agents = agents;
        this.facts = facts;
    }

    RiskQuestion ask(IncidentId incident, PlaybookRunId run, String playbook, String activity, String actionType) {
        ActionType type = catalogue.get(actionType);
        Optional<Recommendation> advice = recommendations.latest(run);
        Optional<Proposal> proposal = advice.flatMap(given -> given.proposals().stream().filter(p -> p.actionType().equals(actionType))
                .max(Comparator.comparingDouble(Proposal::confidence)));
        if (proposal.isEmpty()) {
            return new RiskQuestion(incident, run, activity, type, Optional.empty(), Optional.empty(), nothing(type), "", "nobody");
        }
        ActionRequest request = new ActionRequest(UUID.randomUUID(), actionType, proposal.get().target(), proposal.get().parameters(), incident, run,
                playbook, activity, advice.get().agent());
        Optional<Agent> agent = agents.find(request.agent());
        RiskFactsReader.Reading reading = facts.read(type, request.target(), incident, proposal.get().confidence(), ceiling(agent));
        return new RiskQuestion(incident, run, activity, type, Optional.of(request), Optional.of(advice.get().id()), reading.facts(), reading.owningTeam(),
                agent.map(Agent::owner).orElse("nobody"));
    }

    /** An agent that is not in the register may act in no tier. */
    private static RiskTier ceiling(Optional<Agent> agent) {
        return agent.map(Agent::ceiling).orElse(RiskTier.OBSERVE);
    }

    private static RiskFacts nothing(ActionType type) {
        return new RiskFacts(type.reversibility().name(), type.id(), "INFORMATIONAL", "UNKNOWN", "UNKNOWN", type.targetKind().name(), "OPEN", 0.0,
                RiskTier.OBSERVE.name());
    }
}
