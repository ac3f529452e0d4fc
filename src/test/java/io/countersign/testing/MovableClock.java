package io.countersign.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The real time plus what a test added; it goes on ticking. The engine's clock moves with it, so timers fall due too. */
public final class MovableClock implements InstantSource {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get()).truncatedTo(ChronoUnit.MICROS);
    }

    public void advance(Duration by) {
        ClockUtil.offset(ahead.accumulateAndGet(by, Duration::plus).toMillis());
    }

    /** Back to the real time. */
    public void reset() {
        ahead.set(Duration.ZERO);
        ClockUtil.reset();
    }
}
