package io.countersign.execution;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.ActionType;
import io.countersign.action.CanonicalRequest;
import io.countersign.action.RiskTier;
import io.countersign.action.TargetKind;
import io.countersign.agent.Agent;
import io.countersign.agent.Agents;
import io.countersign.policy.Assessment;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves, at the moment of execution, that one digest may take effect. It trusts nothing that a model or a process variable
 * says: only the kept assessment, the kept approvals and the world as it is now. Whatever is missing is a refusal.
 */
@Component
class AuthorityCheck {

    /** The answer. */
    sealed interface Authority {

        /** It may take effect. @param pretends in a dry run: everything is to be done but the effect */
        record Proven(ActionType type, Agent agent, boolean pretends) implements Authority {

            Proven(ActionType type, Agent agent) {
                this(type, agent, false);
            }

            Proven onlyPretended() {
                return new Proven(type, agent, true);
            }
        }

        /** It was allowed, but the world or the time went on: assess again. */
        record Stale(String reason) implements Authority {
        }

        /** It is not allowed. */
        record Missing(String reason) implements Authority {
        }
    }

    private final PlaybookRuns playbookRuns;
    private final ActionCatalogue catalogue;
    private final Agents agents;
    private final ContextCheck context;
    private final InstantSource clock;

    AuthorityCheck(PlaybookRuns playbookRuns, ActionCatalogue catalogue, Agents agents, ContextCheck context, InstantSource clock) {
        this.playbookRuns = playbookRuns;
        this.catalogue = catalogue;
        this.agents = agents;
        this.context = context;
        this.clock = clock;
    }

    /** Locks the playbook run's row: a rollback asked for at the same moment comes either before, and is seen, or after. */
    @Transactional(propagation = Propagation.MANDATORY)
    Authority prove(Assessment assessment) {
        Optional<String> gate = closedGate(assessment);
        if (gate.isPresent()) {
            return new Authority.Missing(gate.get());
        }
        Optional<ActionType> type = catalogue.find(assessment.request().actionType());
        if (type.isEmpty()) {
            return new Authority.Missing("The catalogue has no " + assessment.request().actionType());
        }
        Optional<Agent> agent = agents.find(assessment.request().agent());
        Optional<String> limit = agent.map(a -> beyondLimits(a, assessment)).orElse(Optional.of("The agent " + assessment.request().agent() + " is not registered"));
        if (limit.isPresent()) {
            return new Authority.Missing(limit.get());
        }
        if (assessment.verdict().tier() == RiskTier.AUTONOMOUS && !type.get().reversibility().autonomyThinkable()) {
            return new Authority.Missing("An action of class " + type.get().reversibility() + " is never autonomous");
        }
        return context.check(assessment, type.get(), agent.get());
    }

    private Optional<String> closedGate(Assessment assessment) {
        Optional<PlaybookRun> run = playbookRuns.lock(assessment.request().playbookRun());
        if (run.isEmpty() || run.get().state() == PlaybookRun.State.ENDED) {
            return Optional.of("Its playbook run is not open");
        }
        if (run.get().rollbackRequested()) {
            return Optional.of("Its playbook run is being rolled back since " + run.get().rollbackRequestedAt());
        }
        if (!CanonicalRequest.of(assessment.request()).digest().equals(assessment.digest())) {
            return Optional.of("The kept request does not have the digest that was decided on");
        }
        RiskTier tier = assessment.verdict().tier();
        return tier.machineActs() ? Optional.empty() : Optional.of("Policy gave " + tier + ": no machine carries this out");
    }

    private Optional<String> beyondLimits(Agent agent, Assessment assessment) {
        if (!agent.activeAt(clock.instant())) {
            return Optional.of("The agent " + agent.id() + " is not active");
        }
        if (assessment.request().target().kind() == TargetKind.AGENT && assessment.request().target().value().equals(agent.id())) {
            return Optional.of("The agent " + agent.id() + " asks for something to be done to itself; that is for people");
        }
        if (!agent.actionTypes().contains(assessment.request().actionType())) {
            return Optional.of("The agent " + agent.id() + " may not ask for " + assessment.request().actionType());
        }
        return assessment.verdict().tier().stricterThan(agent.ceiling())
                ? Optional.of("The agent " + agent.id() + " may act up to " + agent.ceiling() + " only") : Optional.empty();
    }
}
