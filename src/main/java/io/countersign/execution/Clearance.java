package io.countersign.execution;

import io.countersign.execution.AuthorityCheck.Authority;
import io.countersign.policy.Assessment;
import io.countersign.stop.Deed;
import io.countersign.stop.DryRuns;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What stands between an action that was decided and its effect: its authority, the guardrails, and whether somebody stopped it or lets it
 * only pretend. What a stop held back, and what people decided on while it was only pretended, is decided anew.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = ActionHeld.class)
class Clearance {

    private final AuthorityCheck authority;
    private final DryRuns dryRuns;
    private final GuardrailGate guardrails;
    private final StopGate stops;

    Clearance(AuthorityCheck authority, DryRuns dryRuns, GuardrailGate guardrails, StopGate stops) {
        this.authority = authority;
        this.dryRuns = dryRuns;
        this.guardrails = guardrails;
        this.stops = stops;
    }

    /** Before the target is even read: a product that is stopped may be one that misbehaves. @throws ActionHeld and the transaction still commits */
    void unlessStopped(Assessment assessment, String connector) {
        stops.early(assessment, connector);
    }

    /** The last word before the effect; a stop pressed from now on waits until it is claimed. @throws ActionHeld and the transaction still commits */
    Authority of(Assessment assessment, String connector) {
        Authority authorised = authority.prove(assessment);
        Authority answer = authorised instanceof Authority.Proven proven ? cleared(assessment, connector, proven) : authorised;
        boolean waited = stops.over(assessment);
        if (waited && answer instanceof Authority.Proven) {
            answer = new Authority.Stale("A stop that was lifted since held it back: what was decided before is decided anew");
        }
        if (!(answer instanceof Authority.Proven proven) || proven.pretends()) {
            guardrails.nothingNew(assessment);
        }
        return answer;
    }

    private Authority cleared(Assessment assessment, String connector, Authority.Proven proven) {
        Deed deed = stops.deed(assessment, connector);
        Optional<String> stricter = guardrails.stricterNow(assessment);
        if (stricter.isPresent()) {
            return new Authority.Stale("Since it was assessed, a guardrail demands more. " + stricter.get());
        }
        try {
            stops.last(assessment, deed);
        } catch (ActionHeld waits) {
            guardrails.nothingNew(assessment);
            throw waits;
        }
        // Only now: a dry run that begins waits for those who passed the last look, and is seen by all others.
        DryRuns.Mode mode = dryRuns.mode(deed, assessment.at());
        if (mode == DryRuns.Mode.WAS_PRETENDED) {
            return new Authority.Stale("It was assessed when it was only to be pretended, and would be real now: it is decided anew");
        }
        return mode == DryRuns.Mode.PRETENDED ? proven.onlyPretended() : proven;
    }

    /** It was cleared, and then there was nothing new to do. */
    void nothingNew(Assessment assessment) {
        guardrails.nothingNew(assessment);
    }
}
