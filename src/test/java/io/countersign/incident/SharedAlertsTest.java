package io.countersign.incident;

import static io.countersign.incident.Intake.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Real records of public projects, which lie beside the repository, from the request to the incident. */
@IncidentTest
class SharedAlertsTest {

    private static final Path DATA = Path.of(Objects.requireNonNullElse(System.getenv("COUNTERSIGN_SHARED_DATA"), "../shared/data"));

    @Autowired
    Intake intake;
    @Autowired
    Incidents incidents;

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource({
        "suricata-eve, alerts/suricata_eve_alerts_honeypot-2018.ndjson, 44",
        "elastic-security, alerts/elastic_security_alert.ndjson, 1",
        "microsoft-graph, alerts/microsoft_graph_security_alert_v2.ndjson, 4",
        "microsoft-defender-xdr, alerts/microsoft_defender_xdr_alertinfo.ndjson, 2",
        "ocsf, ocsf/prowler_aws.ocsf.json, 5",
        "ocsf, ocsf/prowler_kubernetes.ocsf.json, 6"})
    void everyRealRecordBecomesAnAlertOnceAndItsIncidentHasObservables(String format, String file, int records) throws IOException {
        Path path = DATA.resolve(file);
        if (!"1".equals(System.getenv("COUNTERSIGN_SHARED_REQUIRED"))) {
            assumeTrue(Files.isReadable(path), "No shared data at " + path.toAbsolutePath() + "; set COUNTERSIGN_SHARED_DATA to read it");
        }
        AlertSource source = new AlertSource(unique("shared-"), format, Instant.EPOCH, null);
        List<IntakeOutcome> first = intake.send(source, Files.readString(path));
        assertThat(first).hasSize(records).allSatisfy(outcome -> {
            IntakeOutcome.Accepted accepted = (IntakeOutcome.Accepted) outcome;
            assertThat(incidents.find(accepted.incident()).orElseThrow().observables()).isNotEmpty();
        });
        assertThat(intake.send(source, Files.readString(path))).hasSize(records).hasOnlyElementsOfType(IntakeOutcome.Duplicate.class);
    }
}
