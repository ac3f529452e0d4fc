package io.countersign.policy.guardrail;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.people.People;
import io.countersign.policy.guardrail.GuardrailRefused.Because;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes guardrails, on the record. Nothing is ever removed: a row that shall not count any more is switched off. */
@Service
@Transactional
public class ManageGuardrails {

    private final GuardrailTable rows;
    private final People people;
    private final EvidenceLog evidence;

    ManageGuardrails(GuardrailTable rows, People people, EvidenceLog evidence) {
        this.rows = rows;
        this.people = people;
        this.evidence = evidence;
    }

    /** Adds a guardrail, or replaces the one of this id. @throws IllegalArgumentException if its team is unknown */
    public void put(Guardrail row, Actor by) {
        if (row.team() != null && people.team(row.team()).isEmpty()) {
            throw new IllegalArgumentException("team: there is no team '" + row.team() + "'");
        }
        rows.put(row);
        record(row, by, null);
    }

    /** @throws GuardrailRefused if there is no such guardrail, or no reason is given */
    public void enable(String id, boolean enabled, String reason, Actor by) {
        String why = GuardrailRefused.reason(reason);
        Guardrail row = rows.find(id).orElseThrow(() -> new GuardrailRefused(Because.UNKNOWN, "There is no guardrail " + id + "."));
        Guardrail changed = new Guardrail(row.id(), row.kind(), row.name(), row.tier(), enabled, row.actionType(), row.team(), row.environment(), row.roles(),
                row.targets(), row.keep(), row.window(), row.most(), row.percent(), row.from(), row.until());
        rows.put(changed);
        record(changed, by, why);
    }

    private void record(Guardrail row, Actor by, String reason) {
        evidence.append(EvidenceEntry.of(EvidenceKind.GUARDRAIL_CHANGED, by).with("guardrail", row.id()).with("name", row.name()).with("guards", row.kind().name())
                .with("tier", row.tier().name()).with("enabled", row.enabled()).with("actionType", row.actionType()).with("team", row.team())
                .with("environment", row.environment()).with("roles", row.roles()).with("targets", row.targets()).with("keep", row.keep())
                .with("window", row.window() == null ? null : row.window().toString()).with("most", row.most()).with("percent", row.percent())
                .with("from", row.from() == null ? null : row.from().toString()).with("until", row.until() == null ? null : row.until().toString())
                .with("reason", reason));
    }
}
