package io.countersign.incident;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** A token bucket per source, on this node. Sources are registered, so there are only so many. */
@Component
class SourceRates {

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final IncidentSettings settings;
    private final InstantSource clock;

    SourceRates(IncidentSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws IntakeRefused with the time to wait, if the source may not send that many records now */
    void take(String source, int records) {
        ConsumptionProbe probe = buckets.computeIfAbsent(source, name -> bucket()).tryConsumeAndReturnRemaining(records);
        if (!probe.isConsumed()) {
            throw IntakeRefused.tooFast(Duration.ofSeconds(1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill())));
        }
    }

    private Bucket bucket() {
        return Bucket.builder().addLimit(limit -> limit.capacity(settings.rateBurst())
                .refillGreedy(settings.ratePerSecond(), Duration.ofSeconds(1))).withCustomTimePrecision(meter()).build();
    }

    private TimeMeter meter() {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
