package io.countersign.policy.guardrail;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A time in which nothing is changed, such as the end of a quarter. */
@Component
class FreezeCheck implements GuardrailCheck {

    private final InstantSource clock;

    FreezeCheck(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Guardrail.Kind kind() {
        return Guardrail.Kind.FREEZE;
    }

    @Override
    public Optional<String> breach(Guardrail row, Subject subject) {
        Instant now = clock.instant();
        boolean frozen = (row.from() == null || !now.isBefore(row.from())) && (row.until() == null || now.isBefore(row.until()));
        return frozen ? Optional.of("changes are frozen" + (row.until() == null ? "" : " until " + row.until())) : Optional.empty();
    }
}
