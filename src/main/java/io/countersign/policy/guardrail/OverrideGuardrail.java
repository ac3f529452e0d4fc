package io.countersign.policy.guardrail;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.Target;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.people.People;
import io.countersign.people.Role;
import io.countersign.policy.guardrail.GuardrailRefused.Because;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Overrides a guardrail for one kind of action on one target: somebody who works the case asks, somebody else with the power to decide agrees. */
@Service
@Transactional
public class OverrideGuardrail {

    private static final Duration LASTS = Duration.ofHours(4);

    private final GuardrailTable rows;
    private final Overrides overrides;
    private final ActionCatalogue catalogue;
    private final People people;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    OverrideGuardrail(GuardrailTable rows, Overrides overrides, ActionCatalogue catalogue, People people, EvidenceLog evidence, InstantSource clock) {
        this.rows = rows;
        this.overrides = overrides;
        this.catalogue = catalogue;
        this.people = people;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<GuardrailOverride> latest(int most) {
        return overrides.latest(most);
    }

    /** @throws GuardrailRefused if they may not, gave no reasons, or the guardrail or action is unknown */
    public GuardrailOverride ask(String guardrail, String actionType, String target, String reason, String person) {
        if (!may(person, Role.ANALYST) && !may(person, Role.APPROVER)) {
            throw new GuardrailRefused(Because.NOT_ALLOWED, "Asking for an override takes the role analyst or approver.");
        }
        String why = GuardrailRefused.reason(reason);
        Guardrail row = rows.find(guardrail).orElseThrow(() -> new GuardrailRefused(Because.UNKNOWN, "There is no guardrail " + guardrail + "."));
        var type = catalogue.find(actionType).orElseThrow(() -> new GuardrailRefused(Because.UNKNOWN, "The catalogue has no action " + actionType + "."));
        Instant now = clock.instant();
        GuardrailOverride asked = new GuardrailOverride(UUID.randomUUID(), row.id(), type.id(), new Target(type.targetKind(), target), person, why, now, now.plus(LASTS),
                Optional.empty());
        overrides.insert(asked);
        evidence.append(entry(EvidenceKind.GUARDRAIL_OVERRIDE_REQUESTED, asked, person).with("reason", why).with("expiresAt", asked.expiresAt().toString()));
        return asked;
    }

    /** @throws GuardrailRefused if they may not, asked themselves, gave no reasons, or it does not wait any more */
    public void decide(UUID id, boolean granted, String reason, String person) {
        GuardrailOverride asked = overrides.lock(id).orElseThrow(() -> new GuardrailRefused(Because.UNKNOWN, "There is no such override."));
        if (!asked.waits(clock.instant())) {
            throw new GuardrailRefused(Because.NOT_WAITING, "This was decided or expired already.");
        }
        if (asked.requestedBy().equals(person)) {
            throw new GuardrailRefused(Because.NOT_ALLOWED, "You asked for it yourself: somebody else has to decide.");
        }
        if (!may(person, Role.APPROVER) && !may(person, Role.GOVERNOR)) {
            throw new GuardrailRefused(Because.NOT_ALLOWED, "Deciding on an override takes the role approver or governor.");
        }
        String why = GuardrailRefused.reason(reason);
        overrides.decide(id, new GuardrailOverride.Decision(person, granted, why, clock.instant()));
        evidence.append(entry(EvidenceKind.GUARDRAIL_OVERRIDE_DECIDED, asked, person).with("decision", granted ? "GRANTED" : "REFUSED").with("reason", why)
                .with("requestedBy", asked.requestedBy()).with("expiresAt", asked.expiresAt().toString()));
    }

    private boolean may(String person, Role role) {
        return people.find(person).filter(found -> found.mayAct(role)).isPresent();
    }

    private static EvidenceEntry entry(EvidenceKind kind, GuardrailOverride row, String person) {
        return EvidenceEntry.of(kind, Actor.person(person)).with("guardrail", row.guardrail()).with("actionType", row.actionType())
                .with("target", row.target().toString());
    }
}
