package io.countersign.report.operation;

import io.countersign.execution.HeldActions;
import io.countersign.execution.Differences;
import io.countersign.execution.Leases;
import io.countersign.playbook.StuckWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits, is contained and is stuck right now. Counted in the database when it is asked for, so every node says the same. */
@Component
class StandingMeters implements MeterBinder {

    private final JdbcClient jdbc;
    private final Leases leases;
    private final Differences differences;
    private final StuckWork stuck;
    private final HeldActions held;
    private final InstantSource clock;

    StandingMeters(JdbcClient jdbc, Leases leases, Differences differences, StuckWork stuck, HeldActions held, InstantSource clock) {
        this.jdbc = jdbc;
        this.leases = leases;
        this.differences = differences;
        this.stuck = stuck;
        this.held = held;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "countersign.approvals.waiting", "Requests that wait for a person's approval", this::waiting);
        gauge(registry, "countersign.approvals.oldest.seconds", "Age of the oldest of them, in seconds", this::oldest);
        gauge(registry, "countersign.leases", "Targets that are contained", leases::countInForce);
        gauge(registry, "countersign.leases.late", "Targets still contained although their lease ended", this::late);
        gauge(registry, "countersign.leases.freed", "Leases in force whose target was seen not to be contained", differences::countFreed);
        gauge(registry, "countersign.orphans", "Effects of ours that the ledger does not know of", differences::countOrphans);
        gauge(registry, "countersign.stuck", "Work that failed as often as it may be tried and waits for a person", stuck::count);
        gauge(registry, "countersign.stops", "Stops in force", this::stops);
        gauge(registry, "countersign.actions.held", "Actions that wait behind a stop", held::count);
    }

    private static void gauge(MeterRegistry registry, String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    private long stops() {
        return jdbc.sql("select count(*) from stop where lifted_at is null").query(Long.class).single();
    }

    private long waiting() {
        return jdbc.sql("select count(*) from approval_request where state = 'PENDING'").query(Long.class).single();
    }

    private double oldest() {
        return jdbc.sql("select opened_at from approval_request where state = 'PENDING' order by opened_at limit 1").query(Timestamp.class).optional()
                .map(opened -> Duration.between(opened.toInstant(), clock.instant()).toMillis() / 1000.0).orElse(0.0);
    }

    private long late() {
        return jdbc.sql("select count(*) from lease where state <> 'RELEASED' and until < ?").param(Timestamp.from(clock.instant())).query(Long.class).single();
    }
}
