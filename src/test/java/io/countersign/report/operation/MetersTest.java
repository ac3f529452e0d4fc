package io.countersign.report.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunState;
import io.countersign.road.Organisation;
import io.countersign.road.Road;
import io.countersign.testing.CountersignTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What whoever runs the product watches is really counted. */
@CountersignTest
class MetersTest {

    @Autowired
    MeterRegistry registry;
    @Autowired
    Organisation organisation;
    @Autowired
    Road road;

    @Test
    void anEffectIsCountedAndTimedFromItsAlert() {
        organisation.exists();
        double alerts = counter("countersign.alerts");
        double effects = counter("countersign.actions");
        long timed = timed();
        UUID random = UUID.randomUUID();
        String address = "2a00:%x:%x::2".formatted(random.getMostSignificantBits() & 0xfff0 | 1, random.getLeastSignificantBits() & 0xfff0 | 1);
        PlaybookRunId run = road.run(road.alert("high", "T1595", Road.observable("address", address)), "block-malicious-address");
        road.action(run, "block-address", ActionRunState.CONFIRMED);
        await().untilAsserted(() -> assertThat(timed()).isGreaterThan(timed));
        assertThat(counter("countersign.actions")).isGreaterThan(effects);
        assertThat(counter("countersign.alerts")).isGreaterThan(alerts);
        assertThat(registry.get("countersign.leases").gauge().value()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void whatStandsIsCountedInTheDatabase() {
        assertThat(registry.get("countersign.approvals.waiting").gauge().value()).isNotNegative();
        assertThat(registry.get("countersign.approvals.oldest.seconds").gauge().value()).isNotNegative();
        assertThat(registry.get("countersign.leases.late").gauge().value()).isNotNegative();
        assertThat(registry.get("countersign.stuck").gauge().value()).isNotNegative();
    }

    private double counter(String name) {
        return registry.find(name).counters().stream().mapToDouble(counter -> counter.count()).sum();
    }

    private long timed() {
        return registry.find("countersign.alert.to.effect").timers().stream().mapToLong(Timer::count).sum();
    }
}
