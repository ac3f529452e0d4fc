package io.countersign.rollback;

import io.countersign.agent.AgentEffects;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.Actor;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunView;
import io.countersign.execution.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Rolls back every run in which an agent has an effect: the newest first, each with its plan as the reason on the record. */
@Service
class TakeBackOfAgent implements AgentEffects {

    private static final Actor CONTAINMENT = Actor.system("containment");
    private static final int LONGEST_REASON = 2000;

    private final Ledger ledger;
    private final RollbackPlanner planner;
    private final RunOrders orders;

    TakeBackOfAgent(Ledger ledger, RollbackPlanner planner, RunOrders orders) {
        this.ledger = ledger;
        this.planner = planner;
        this.orders = orders;
    }

    @Override
    public int inEffect(String agent) {
        return ledger.inEffectOf(agent).size();
    }

    @Override
    public Ordered takeBack(String agent, ActionRunId by) {
        List<String> taken = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        PlaybookRunId own = ledger.find(by).map(ActionRunView::playbookRun).orElse(null);
        for (PlaybookRunId run : ledger.inEffectOf(agent).stream().map(ActionRunView::playbookRun).distinct().filter(r -> !r.equals(own)).toList()) {
            try {
                orders.rollBack(run, reason(agent, by, run), CONTAINMENT);
                taken.add("run " + run + ".");
            } catch (RunRequestRefused alreadyOnItsWay) {
                refused.add("run " + run + ": " + alreadyOnItsWay.getMessage());
            }
        }
        return new Ordered(taken, refused);
    }

    private String reason(String agent, ActionRunId by, PlaybookRunId run) {
        String plan = planner.plan(run).steps().stream()
                .map(step -> step.type().name() + " on " + step.run().target().value() + ": " + step.explanation()).collect(Collectors.joining(" "));
        String reason = "Agent " + agent + " is contained, and what it did is taken back, as action run " + by + " orders. Plan: " + plan;
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
    }
}
