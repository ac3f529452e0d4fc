package io.countersign.execution;

import io.countersign.execution.AuthorityCheck.Authority;
import io.countersign.policy.Assessment;
import io.countersign.stop.Deed;
import io.countersign.stop.DryRuns;
import io.countersign.stop.Stop;
import io.countersign.stop.Stops;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What stands between an action that was decided and its effect: its authority, the guardrails, and whether somebody stopped it. What a stop held back is decided anew. */
@Component
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = ActionHeld.class)
class Clearance {

    private final AuthorityCheck authority;
    private final GuardrailGate guardrails;
    private final Stops stops;
    private final DryRuns dryRuns;
    private final HeldActions held;
    private final PlaybookRuns runs;
    private final ExecutionRecord record;

    Clearance(AuthorityCheck authority, GuardrailGate guardrails, Stops stops, DryRuns dryRuns, HeldActions held, PlaybookRuns runs, ExecutionRecord record) {
        this.authority = authority;
        this.guardrails = guardrails;
        this.stops = stops;
        this.dryRuns = dryRuns;
        this.held = held;
        this.runs = runs;
        this.record = record;
    }

    /** Before the target is even read: a product that is stopped may be one that misbehaves. @throws ActionHeld and the transaction still commits */
    void unlessStopped(Assessment assessment, String connector) {
        stops.against(deed(assessment, connector)).stream().findFirst().ifPresent(stop -> hold(assessment, stop));
    }

    /** The last word before the effect; a stop pressed from now on waits until it is claimed. @throws ActionHeld and the transaction still commits */
    Authority of(Assessment assessment, String connector) {
        Authority proven = authority.prove(assessment);
        if (!(proven instanceof Authority.Proven)) {
            held.over(assessment.digest());
            return proven;
        }
        Deed deed = deed(assessment, connector);
        if (dryRuns.of(deed).isEmpty() && dryRuns.endedSince(deed, assessment.at())) {
            held.over(assessment.digest());
            return new Authority.Stale("It was assessed when it was only to be pretended, and would be real now: it is decided anew");
        }
        Optional<String> stricter = guardrails.stricterNow(assessment);
        if (stricter.isPresent()) {
            held.over(assessment.digest());
            return new Authority.Stale("Since it was assessed, a guardrail demands more. " + stricter.get());
        }
        stops.gate(deed).ifPresent(stop -> hold(assessment, stop));
        return held.over(assessment.digest()) ? decidedAnew(assessment) : proven;
    }

    /** Whether everything is to be done but the effect; what is pretended uses up no budget. */
    boolean onlyPretends(Assessment assessment, String connector) {
        boolean pretends = dryRuns.of(deed(assessment, connector)).isPresent();
        if (pretends) {
            guardrails.nothingNew(assessment);
        }
        return pretends;
    }

    /** It was cleared, and then there was nothing new to do. */
    void nothingNew(Assessment assessment) {
        guardrails.nothingNew(assessment);
    }

    private Authority decidedAnew(Assessment assessment) {
        guardrails.nothingNew(assessment);
        return new Authority.Stale("A stop that was lifted since held it back: what was decided before is decided anew");
    }

    private void hold(Assessment assessment, Stop stop) {
        guardrails.nothingNew(assessment);
        if (held.hold(assessment, stop.id())) {
            record.held(assessment, stop);
        }
        throw new ActionHeld("It is held back by stop " + stop.id() + " of " + stop.scope());
    }

    private Deed deed(Assessment assessment, String connector) {
        Optional<PlaybookRun> run = runs.find(assessment.request().playbookRun());
        return new Deed(run.map(PlaybookRun::playbook).orElse(""), assessment.request().actionType(), connector);
    }
}
