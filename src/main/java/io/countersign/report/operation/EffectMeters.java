package io.countersign.report.operation;

import io.countersign.execution.ActionOutcome;
import io.countersign.execution.ActionSettled;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts how actions end, and times the way from the alert that led to a run to its effect. Only what was committed counts. */
@Component
class EffectMeters {

    private static final Duration[] BUCKETS = {Duration.ofMillis(50), Duration.ofMillis(150), Duration.ofMillis(500), Duration.ofSeconds(2),
        Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4)};

    /** The last alert before the run began, and the tier that decided how many people the effect waited for. */
    private record Way(Instant alert, String tier) {
    }

    private final MeterRegistry registry;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    EffectMeters(MeterRegistry registry, JdbcClient jdbc, InstantSource clock) {
        this.registry = registry;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(ActionSettled settled) {
        Optional<Way> way = settled.outcome() == ActionOutcome.CONFIRMED ? way(settled) : Optional.empty();
        Instant now = clock.instant();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                count(settled.outcome(), way, now);
            }
        });
    }

    private void count(ActionOutcome outcome, Optional<Way> way, Instant now) {
        registry.counter("countersign.actions", "outcome", outcome.name()).increment();
        way.ifPresent(from -> Timer.builder("countersign.alert.to.effect").description("From the last alert before a run began to its effect seen on the target")
                .serviceLevelObjectives(BUCKETS).tag("tier", from.tier()).register(registry).record(Duration.between(from.alert(), now)));
    }

    private Optional<Way> way(ActionSettled settled) {
        return jdbc.sql("""
                select a.tier, (select max(received_at) from alert where incident = r.incident and received_at <= r.started_at) as alerted
                from playbook_run r join assessment a on a.playbook_run = r.id and a.activity = ? where r.id = ? order by a.number desc limit 1""")
                .params(settled.activity(), settled.playbookRun().value()).query(EffectMeters::read).optional().filter(way -> way.alert() != null);
    }

    private static Way read(ResultSet row, int number) throws SQLException {
        Timestamp alerted = row.getTimestamp("alerted");
        return new Way(alerted == null ? null : alerted.toInstant(), row.getString("tier"));
    }
}
