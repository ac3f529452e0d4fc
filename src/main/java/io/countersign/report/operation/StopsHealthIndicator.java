package io.countersign.report.operation;

import io.countersign.stop.Stop;
import io.countersign.stop.Stops;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Degraded while somebody has stopped new effects: people decide and take back as ever, so the application stays ready. */
@Component
class StopsHealthIndicator implements HealthIndicator {

    private final Stops stops;

    StopsHealthIndicator(Stops stops) {
        this.stops = stops;
    }

    @Override
    public Health health() {
        List<Stop> inForce = stops.inForce();
        Map<String, String> since = inForce.stream().collect(Collectors.toMap(stop -> stop.scope().toString(), stop -> stop.pressedAt().toString()));
        return Health.status(inForce.isEmpty() ? Status.UP : ConnectorsHealthIndicator.DEGRADED).withDetails(since).build();
    }
}
