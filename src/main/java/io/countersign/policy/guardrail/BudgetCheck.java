package io.countersign.policy.guardrail;

import io.countersign.incident.Inventory;
import io.countersign.incident.ObservableKind;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How much may be done in a time, by all playbooks together. What was begun counts, however it ended. */
@Component
class BudgetCheck implements GuardrailCheck {

    private static final long FEW = 3;

    private final EffectCounts counts;
    private final Inventory inventory;
    private final InstantSource clock;

    BudgetCheck(EffectCounts counts, Inventory inventory, InstantSource clock) {
        this.counts = counts;
        this.inventory = inventory;
        this.clock = clock;
    }

    @Override
    public Guardrail.Kind kind() {
        return Guardrail.Kind.BUDGET;
    }

    @Override
    public Optional<String> breach(Guardrail row, Subject subject) {
        EffectCounts.Count done = counts.since(row, clock.instant().minus(row.window()));
        if (row.most() != null && done.effects() >= row.most()) {
            return Optional.of(done.effects() + " such effects were begun in " + words(row) + "; the budget is " + row.most());
        }
        return row.percent() == null ? Optional.empty() : share(row, subject, done);
    }

    /** Where few things are known, a few may be touched all the same. */
    private Optional<String> share(Guardrail row, Subject subject, EffectCounts.Count done) {
        long known = ObservableKind.of(subject.target().kind()).map(kind -> inventory.count(kind, row.team(), row.environment())).orElse(0L);
        long most = Math.max(FEW, known * row.percent() / 100);
        return done.targets() < most ? Optional.empty() : Optional.of(done.targets() + " of " + known + " known things of this kind were touched in "
                + words(row) + "; the budget is " + row.percent() + " percent");
    }

    private static String words(Guardrail row) {
        return "the last " + row.window().toString().substring(1).replace("T", "").toLowerCase();
    }
}
