package io.countersign.policy.guardrail;

import io.countersign.action.ActionDigest;
import io.countersign.action.RiskTier;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Judges one action by all guardrails: before people are asked, so that they see it, and once more in the transaction that claims its effect. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Guardrails {

    private final GuardrailTable rows;
    private final Overrides overrides;
    private final EffectCounts counts;
    private final Map<Guardrail.Kind, GuardrailCheck> checks;
    private final InstantSource clock;

    Guardrails(GuardrailTable rows, Overrides overrides, EffectCounts counts, List<GuardrailCheck> checks, InstantSource clock) {
        this.rows = rows;
        this.overrides = overrides;
        this.counts = counts;
        this.checks = checks.stream().collect(Collectors.toMap(GuardrailCheck::kind, Function.identity()));
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Guardrail> all() {
        return rows.all();
    }

    /** What it would break as things are now; what people override for this action does not count. */
    @Transactional(readOnly = true)
    public List<Breach> breaches(Subject subject) {
        return judge(rows.all().stream().filter(row -> row.covers(subject)).toList(), subject);
    }

    /**
     * The last look, under a lock: what others claim at the same moment is counted. What passes counts from now on.
     *
     * @param decided the tier that was decided on; a guardrail that demands no more than that was seen and is kept
     * @return those that demand more: then nothing may be done
     */
    public List<Breach> admit(Subject subject, ActionDigest digest, RiskTier decided) {
        List<Guardrail> stricter = rows.all().stream().filter(row -> row.covers(subject) && row.tier().stricterThan(decided)).toList();
        counts.alone(stricter);
        List<Breach> breaches = judge(stricter, subject);
        if (breaches.isEmpty()) {
            counts.add(subject, digest, clock.instant());
        }
        return breaches;
    }

    /** It was admitted, and then there was nothing new to do. */
    public void nothingNew(ActionDigest digest) {
        counts.remove(digest);
    }

    private List<Breach> judge(List<Guardrail> covering, Subject subject) {
        List<Breach> breaches = covering.stream().flatMap(row -> checks.get(row.kind()).breach(row, subject).map(why -> new Breach(row, why)).stream()).toList();
        return breaches.isEmpty() ? breaches : breaches.stream().filter(breach -> !overrides.inForce(breach.guardrail().id(), subject)).toList();
    }
}
