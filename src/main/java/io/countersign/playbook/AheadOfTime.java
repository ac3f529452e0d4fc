package io.countersign.playbook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The real time plus what was added to it; the engine's clock goes with it, so its timers fall due too. Only for rehearsals: it moves the whole JVM. */
public final class AheadOfTime implements InstantSource {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead.get()).truncatedTo(ChronoUnit.MICROS);
    }

    public void add(Duration more) {
        ClockUtil.offset(ahead.accumulateAndGet(more, Duration::plus).toMillis());
    }
}
