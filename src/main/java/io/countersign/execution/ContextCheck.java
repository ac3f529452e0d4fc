package io.countersign.execution;

import io.countersign.action.ActionType;
import io.countersign.agent.Agent;
import io.countersign.approval.Approval;
import io.countersign.approval.Approvals;
import io.countersign.execution.AuthorityCheck.Authority;
import io.countersign.policy.Assessment;
import io.countersign.policy.RiskFacts;
import io.countersign.policy.RiskFactsReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether what was decided on is still so, and whether the approvals that its tier demands are there and still hold. */
@Component
class ContextCheck {

    private final RiskFactsReader facts;
    private final Approvals approvals;
    private final InstantSource clock;

    ContextCheck(RiskFactsReader facts, Approvals approvals, InstantSource clock) {
        this.facts = facts;
        this.approvals = approvals;
        this.clock = clock;
    }

    Authority check(Assessment assessment, ActionType type, Agent agent) {
        List<String> changes = changes(assessment, type, agent);
        if (!changes.isEmpty()) {
            return new Authority.Stale("Since it was assessed, " + String.join("; ", changes));
        }
        int quorum = assessment.verdict().tier().quorum();
        return quorum == 0 ? new Authority.Proven(type, agent) : approved(assessment, quorum, type, agent);
    }

    private List<String> changes(Assessment assessment, ActionType type, Agent agent) {
        RiskFacts then = assessment.facts();
        RiskFacts now = facts.read(type, assessment.request().target(), assessment.request().incident(), then.confidence(), agent.ceiling()).facts();
        List<String> changes = new ArrayList<>();
        Map<String, Object> before = then.asVariables();
        now.asVariables().forEach((name, value) -> {
            if (!value.equals(before.get(name)) && !stillOpen(name, before.get(name), value)) {
                changes.add(name + " was " + before.get(name) + " and is " + value);
            }
        });
        return changes;
    }

    /** That somebody took the ticket up changes nothing about what was decided. */
    private static boolean stillOpen(String name, Object before, Object now) {
        return name.equals("ticketState") && !before.equals("CLOSED") && !now.equals("CLOSED");
    }

    private Authority approved(Assessment assessment, int quorum, ActionType type, Agent agent) {
        List<Approval> given = approvals.decisions(assessment.digest()).stream().filter(Approval::approved).toList();
        Instant now = clock.instant();
        List<Approval> valid = approvals.standing(assessment.digest()).stream().filter(approval -> now.isBefore(approval.expiresAt())).toList();
        long people = valid.stream().map(Approval::person).distinct().count();
        long teams = valid.stream().map(Approval::team).distinct().count();
        if (people >= quorum && teams >= quorum) {
            return new Authority.Proven(type, agent);
        }
        if (valid.size() < given.size()) {
            return new Authority.Stale("Since it was approved, an approval has expired, or who gave it may not approve any more");
        }
        return new Authority.Missing("Tier " + assessment.verdict().tier() + " demands " + quorum + " approvals of as many people and teams; there are "
                + people + " of " + teams);
    }
}
