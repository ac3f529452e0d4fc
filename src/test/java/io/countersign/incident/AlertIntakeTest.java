package io.countersign.incident;

import static io.countersign.incident.Intake.address;
import static io.countersign.incident.Intake.generic;
import static io.countersign.incident.Intake.suricata;
import static io.countersign.incident.Intake.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceRow;
import io.countersign.evidence.EvidenceTrail;
import io.countersign.evidence.IncidentId;
import io.countersign.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IncidentTest
class AlertIntakeTest {

    @Autowired
    Intake intake;
    @Autowired
    Incidents incidents;
    @Autowired
    Quarantine quarantine;
    @Autowired
    EvidenceTrail trail;
    @Autowired
    PlatformTransactionManager transactions;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MeterRegistry meters;

    @Test
    void firstAlertOpensAnIncidentOnTheRecord(@Autowired ApplicationEvents events) {
        String host = unique("ws-");
        IncidentId id = intake.alert("high", "host=" + host, "address=10.9.8.7");

        IncidentView incident = incidents.find(id).orElseThrow();
        assertThat(incident.ticket()).isEqualTo(TicketState.OPEN);
        assertThat(incident.severity()).isEqualTo(Severity.HIGH);
        assertThat(incident.environment()).isEqualTo(Environment.UNKNOWN);
        assertThat(incident.team()).isEqualTo("soc");
        assertThat(incident.techniques()).containsExactly("T1071");
        assertThat(incident.observables()).containsExactlyInAnyOrder(new Observable(ObservableKind.HOST, host, false),
                new Observable(ObservableKind.ADDRESS, "10.9.8.7", true));
        assertThat(incident.alerts()).hasSize(1);
        assertThat(trail.ofIncident(id)).extracting(EvidenceRow::kind).containsExactly(EvidenceKind.INCIDENT_OPENED, EvidenceKind.ALERT_RECEIVED);
        assertThat(trail.ofIncident(id)).allSatisfy(row -> assertThat(row.actor().id()).isEqualTo("generic"));
        assertThat(events.stream(IncidentChanged.class)).containsExactly(new IncidentChanged(id, true));
    }

    @Test
    void alertSentAgainIsADuplicateAndChangesNothing() {
        String alert = generic(unique("id-"), "low", "host=" + unique("ws-"));
        IntakeOutcome.Accepted first = (IntakeOutcome.Accepted) intake.send("generic", alert).get(0);
        assertThat(intake.send("generic", alert)).containsExactly(new IntakeOutcome.Duplicate(first.alert(), first.incident()));
        assertThat(trail.ofIncident(first.incident())).hasSize(2);
    }

    @Test
    void everyRecordIsCountedOnceByWhatBecameOfIt() {
        AlertSource source = new AlertSource(unique("counted-"), "generic", Instant.EPOCH, null);
        String alert = generic(unique("id-"), "low", "host=" + unique("ws-"));
        intake.send(source, "[" + alert + "," + alert + ",{}]");
        assertThat(meters.get("countersign.alerts").tag("source", source.name()).counters())
                .extracting(counter -> counter.getId().getTag("outcome") + " " + counter.count())
                .containsExactlyInAnyOrder("accepted 1.0", "duplicate 1.0", "quarantined 1.0");
    }

    @Test
    void sameIdFromAnotherSourceIsAnotherAlert() {
        String alert = generic(unique("id-"), "low", "host=" + unique("ws-"));
        intake.send("generic", alert);
        assertThat(intake.send(new AlertSource("generic-two", "generic", Instant.EPOCH, null), alert).get(0)).isInstanceOf(IntakeOutcome.Accepted.class);
    }

    @Test
    void recordThatCannotBeReadIsKeptAsideAndStopsNoOther() {
        String source = unique("s-");
        String body = "[" + generic("a", "low") + ",{\"title\":tru},{\"title\":\"t\\u0000\",\"severity\":\"none\"}," + generic("b", "low") + "]";
        List<IntakeOutcome> outcomes = intake.send(new AlertSource(source, "generic", Instant.EPOCH, null), body);

        assertThat(outcomes).hasSize(4);
        assertThat(outcomes.get(0)).isInstanceOf(IntakeOutcome.Accepted.class);
        assertThat(outcomes.get(3)).isInstanceOf(IntakeOutcome.Accepted.class);
        assertThat(((IntakeOutcome.Quarantined) outcomes.get(2)).problem().pointer()).isEqualTo("/severity");
        List<QuarantinedRecord> kept = quarantine.list(source, 0, 10);
        assertThat(kept).extracting(QuarantinedRecord::index).containsExactlyInAnyOrder(1, 2);
        assertThat(quarantine.count(source)).isEqualTo(2);
        assertThat(quarantine.bytes(((IntakeOutcome.Quarantined) outcomes.get(1)).record()))
                .hasValue("{\"title\":tru}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void quarantineKeepsNoMoreOfARecordThanARecordMayHave() {
        byte[] huge = new byte[3 << 20];
        Arrays.fill(huge, (byte) 'x');
        String source = unique("s-");
        List<IntakeOutcome> outcomes = intake.send(new AlertSource(source, "generic", Instant.EPOCH, null), new String(huge, StandardCharsets.US_ASCII));
        IntakeOutcome.Quarantined kept = (IntakeOutcome.Quarantined) outcomes.get(0);
        assertThat(kept.problem().kind()).isEqualTo(RecordProblem.Kind.OVER_LIMIT);
        assertThat(quarantine.bytes(kept.record()).orElseThrow()).hasSize(1 << 20);
        assertThat(quarantine.list(source, 0, 1).get(0).size()).isEqualTo(3 << 20);
    }

    @Test
    void whatTheDatabaseCannotStoreAsTextIsStoredRaw() {
        String alert = "{\"id\":\"%s\",\"title\":\"a\\u0000b\\ud800\",\"severity\":\"low\",\"n\":1e400,\"observables\":[{\"kind\":\"process\",\"value\":\"x\\u0000\"}]}"
                .formatted(unique("id-"));
        IntakeOutcome.Accepted accepted = (IntakeOutcome.Accepted) intake.send("generic", alert).get(0);
        assertThat(incidents.find(accepted.incident()).orElseThrow().title()).isEqualTo("a b");
        assertThat(jdbc.sql("select raw from alert where id = ?").param(accepted.alert()).query((row, n) -> row.getBytes(1)).single())
                .isEqualTo(alert.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void alertOfARolledBackTransactionLeavesNothing() {
        String host = unique("ws-");
        IncidentId id = new TransactionTemplate(transactions).execute(transaction -> {
            transaction.setRollbackOnly();
            return intake.alert("high", "host=" + host);
        });
        assertThat(incidents.find(id)).isEmpty();
        assertThat(trail.ofIncident(id)).isEmpty();
    }

    @Test
    void storedAlertsCannotBeChanged() {
        IncidentId id = intake.alert("low", "host=" + unique("ws-"));
        UUID alert = incidents.find(id).orElseThrow().alerts().get(0).id();
        JdbcClient owner = JdbcClient.create(TestDatabase.ownerDataSource());
        assertThatThrownBy(() -> owner.sql("update alert set title = 'x' where id = ?").param(alert).update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("kept for ever");
    }

    @Test
    void sourceThatSendsTooFastIsToldWhenToComeBack() {
        AlertSource source = new AlertSource(unique("s-"), "suricata-eve", Instant.EPOCH, null);
        String thousand = "[" + "1,".repeat(999) + "1]";
        SourceRates rates = new SourceRates(new IncidentSettings(java.time.Duration.ofHours(1), 10, "soc", size(1 << 20), size(10 << 20), 1000, 64, 200, 1000, 10),
                Instant::now);
        rates.take(source.name(), 1000);
        assertThatThrownBy(() -> rates.take(source.name(), 100)).isInstanceOfSatisfying(IntakeRefused.class,
                refused -> assertThat(refused.retryAfter()).isBetween(java.time.Duration.ofSeconds(9), java.time.Duration.ofSeconds(11)));
        assertThatThrownBy(() -> intake.send(source, thousand.replace("]", ",2]"))).hasMessageContaining("More than 1000 records");
    }

    @Test
    void scansOfOneTargetAreNotOneIncident() {
        String target = address();
        List<IntakeOutcome> outcomes = intake.send("suricata-eve", suricata(address(), target) + "\n" + suricata(address(), target));
        assertThat(((IntakeOutcome.Accepted) outcomes.get(0)).incident()).isNotEqualTo(((IntakeOutcome.Accepted) outcomes.get(1)).incident());
    }

    private static org.springframework.util.unit.DataSize size(long bytes) {
        return org.springframework.util.unit.DataSize.ofBytes(bytes);
    }
}
