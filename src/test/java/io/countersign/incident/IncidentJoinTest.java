package io.countersign.incident;

import static io.countersign.incident.Intake.address;
import static io.countersign.incident.Intake.generic;
import static io.countersign.incident.Intake.suricata;
import static io.countersign.incident.Intake.unique;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceRow;
import io.countersign.evidence.EvidenceTrail;
import io.countersign.evidence.IncidentId;
import io.countersign.testing.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IncidentTest
class IncidentJoinTest {

    private static final Actor ANN = Actor.person("ann");

    @Autowired
    Intake intake;
    @Autowired
    Incidents incidents;
    @Autowired
    AssetRegister register;
    @Autowired
    EvidenceTrail trail;
    @Autowired
    MovableClock clock;

    @Test
    void alertAboutTheSameThingJoinsAndTheGravestSeverityCounts() {
        String host = unique("ws-");
        IncidentId id = intake.alert("medium", "host=" + host);
        assertThat(intake.alert("critical", "address=" + address(), "host=" + host.toUpperCase())).isEqualTo(id);
        assertThat(intake.alert("low", "host=" + host)).isEqualTo(id);
        IncidentView incident = incidents.find(id).orElseThrow();
        assertThat(incident.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(incident.alerts()).hasSize(3);
        assertThat(trail.ofIncident(id)).filteredOn(row -> row.kind() == EvidenceKind.INCIDENT_CHANGED).extracting(EvidenceRow::facts)
                .singleElement().satisfies(facts -> assertThat(facts).containsEntry("from", "MEDIUM").containsEntry("to", "CRITICAL"));
    }

    @Test
    void alertAfterTheWindowOpensAnotherIncident() {
        String host = unique("ws-");
        IncidentId first = intake.alert("low", "host=" + host);
        clock.advance(Duration.ofHours(23));
        assertThat(intake.alert("low", "host=" + host)).isEqualTo(first);
        clock.advance(Duration.ofHours(25));
        assertThat(intake.alert("low", "host=" + host)).isNotEqualTo(first);
    }

    @Test
    void closedIncidentIsNotJoined() {
        String host = unique("ws-");
        IncidentId first = intake.alert("low", "host=" + host);
        incidents.changeTicket(first, TicketState.CLOSED, "false alarm", ANN);
        assertThat(intake.alert("low", "host=" + host)).isNotEqualTo(first);
    }

    @Test
    void loopbackAndProcessesJoinNothing() {
        assertThat(intake.alert("low", "address=127.0.0.1", "process=svchost.exe", "account=NT AUTHORITY\\\\SYSTEM"))
                .isNotEqualTo(intake.alert("low", "address=127.0.0.1", "process=svchost.exe", "account=NT AUTHORITY\\\\SYSTEM"));
    }

    @Test
    void whatManyOpenIncidentsHaveSeenJoinsNothing() {
        String target = address();
        for (int i = 0; i < 11; i++) {
            intake.send("suricata-eve", suricata(address(), target));
        }
        IncidentId itself = ((IntakeOutcome.Accepted) intake.send("suricata-eve", suricata(target, address())).get(0)).incident();
        assertThat(((IntakeOutcome.Accepted) intake.send("suricata-eve", suricata(target, address())).get(0)).incident()).isNotEqualTo(itself);
    }

    @Test
    void whatTwoOfOurHostsTalkToJoinsThem() {
        String c2 = address();
        List<IntakeOutcome> outcomes = intake.send("suricata-eve", suricata("fd00::" + hex(), c2) + "\n" + suricata("fd00::" + hex(), c2));
        assertThat(((IntakeOutcome.Accepted) outcomes.get(0)).incident()).isEqualTo(((IntakeOutcome.Accepted) outcomes.get(1)).incident());
    }

    @Test
    void assetsGiveEnvironmentAndTeamAndTheHighestEnvironmentWins() {
        String staging = unique("st-");
        String production = unique("pr-");
        register.register(asset(staging, Environment.STAGING, "platform", Map.of()), ANN);
        register.register(asset(production, Environment.PRODUCTION, "finance-it", Map.of()), ANN);
        IncidentId id = intake.alert("low", "host=" + staging);
        assertThat(incidents.find(id).orElseThrow()).returns(Environment.STAGING, IncidentView::environment).returns("platform", IncidentView::team)
                .satisfies(incident -> assertThat(incident.observables()).containsExactly(new Observable(ObservableKind.HOST, staging, true)));
        intake.alert("low", "host=" + staging, "host=" + production);
        assertThat(incidents.find(id).orElseThrow()).returns(Environment.PRODUCTION, IncidentView::environment).returns("finance-it", IncidentView::team);
    }

    @Test
    void sharedAssetJoinsNothing() {
        String proxy = unique("proxy-");
        register.register(asset(proxy, Environment.PRODUCTION, "platform", Map.of("shared", "true")), ANN);
        assertThat(intake.alert("low", "host=" + proxy)).isNotEqualTo(intake.alert("low", "host=" + proxy));
    }

    @Test
    void rowsOfOneDefenderAlertMeetInOneIncident() throws Exception {
        String rows = new String(getClass().getResourceAsStream("/incident/xdr-ransomware.ndjson").readAllBytes(), StandardCharsets.UTF_8)
                .replace("ra637000000000000000_1", unique("ra"));
        assertThat(intake.send("microsoft-defender-xdr", rows)).hasSize(4)
                .extracting(outcome -> ((IntakeOutcome.Accepted) outcome).incident()).containsOnly(intakeOf(rows));
    }

    @Test
    void alertsAboutOneThingAtTheSameMomentOpenOneIncident() throws Exception {
        for (int round = 0; round < 5; round++) {
            String host = unique("ws-");
            String account = unique("u-");
            List<IncidentId> joined = atOnce(8, i -> i % 2 == 0 ? intake.alert("low", "host=" + host, "account=" + account)
                    : intake.alert("low", "account=" + account, "host=" + host));
            assertThat(joined).hasSize(8).containsOnly(joined.get(0));
        }
    }

    @Test
    void oneAlertSentManyTimesAtOnceIsOneAlert() throws Exception {
        String alert = generic(unique("id-"), "low");
        List<IntakeOutcome> outcomes = atOnce(8, i -> intake.send("generic", alert).get(0));
        assertThat(outcomes).filteredOn(IntakeOutcome.Accepted.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(IntakeOutcome.Duplicate.class::isInstance).hasSize(7);
    }

    private IncidentId intakeOf(String rows) {
        return ((IntakeOutcome.Duplicate) intake.send("microsoft-defender-xdr", rows).get(0)).incident();
    }

    private static <T> List<T> atOnce(int threads, java.util.function.IntFunction<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> calls = IntStream.range(0, threads).<Callable<T>>mapToObj(i -> () -> {
                start.await();
                return work.apply(i);
            }).toList();
            List<Future<T>> answers = pool.invokeAll(calls);
            return answers.stream().map(IncidentJoinTest::value).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T value(Future<T> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static Asset asset(String host, Environment environment, String team, Map<String, String> attributes) {
        return new Asset(ObservableKind.HOST, host, Criticality.HIGH, environment, team, "ann", attributes);
    }

    private static String hex() {
        return Long.toHexString(java.util.UUID.randomUUID().getMostSignificantBits() & 0xfff0 | 1);
    }
}
