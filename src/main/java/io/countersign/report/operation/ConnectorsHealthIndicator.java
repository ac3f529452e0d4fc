package io.countersign.report.operation;

import io.countersign.report.ConnectorChecks;
import io.countersign.report.ConnectorChecks.Checked;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Degraded while a product cannot be worked with: people can still decide, so the application stays ready. */
@Component
class ConnectorsHealthIndicator implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "A connector cannot do its work now");

    private final ConnectorChecks checks;

    ConnectorsHealthIndicator(ConnectorChecks checks) {
        this.checks = checks;
    }

    @Override
    public Health health() {
        Map<String, String> connectors = checks.latest().stream().collect(Collectors.toMap(Checked::id, ConnectorsHealthIndicator::words));
        boolean usable = checks.latest().stream().allMatch(Checked::usable);
        return Health.status(usable ? Status.UP : DEGRADED).withDetails(connectors).build();
    }

    private static String words(Checked checked) {
        return checked.usable() ? "usable" : String.join(" ", checked.findings());
    }
}
