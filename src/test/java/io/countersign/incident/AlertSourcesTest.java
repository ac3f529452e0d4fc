package io.countersign.incident;

import static io.countersign.incident.Intake.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceQuery;
import io.countersign.evidence.EvidenceRow;
import io.countersign.evidence.EvidenceTrail;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IncidentTest
class AlertSourcesTest {

    private static final Actor ROOT = Actor.person("root");

    @Autowired
    AlertSources sources;
    @Autowired
    EvidenceTrail trail;
    @Autowired
    JdbcClient jdbc;

    @Test
    void onlyTheTokenOfTheSourceOpensIt() {
        String name = unique("ids-");
        IssuedToken issued = sources.create(name, "suricata-eve", ROOT);
        IssuedToken other = sources.create(unique("ids-"), "suricata-eve", ROOT);
        assertThat(sources.authenticate(name, issued.token())).hasValueSatisfying(source -> assertThat(source.format()).isEqualTo("suricata-eve"));
        assertThat(sources.authenticate(name, other.token())).isEmpty();
        assertThat(sources.authenticate(name, null)).isEmpty();
        assertThat(sources.authenticate(name, "")).isEmpty();
        assertThat(sources.authenticate(name, "x".repeat(100_000))).isEmpty();
        assertThat(sources.authenticate(unique("no-"), issued.token())).isEmpty();
    }

    @Test
    void rotatedAndRevokedTokensAreVoidAtOnce() {
        String name = unique("ids-");
        IssuedToken first = sources.create(name, "ocsf", ROOT);
        IssuedToken second = sources.rotate(name, ROOT);
        assertThat(sources.authenticate(name, first.token())).isEmpty();
        assertThat(sources.authenticate(name, second.token())).isPresent();
        sources.revoke(name, ROOT);
        assertThat(sources.authenticate(name, second.token())).isEmpty();
        assertThat(sources.all()).filteredOn(source -> source.name().equals(name)).allSatisfy(source -> assertThat(source.active()).isFalse());
        assertThat(sources.authenticate(name, sources.rotate(name, ROOT).token())).isPresent();
    }

    @Test
    void tokenIsStoredAndRecordedNowhere() {
        String name = unique("ids-");
        IssuedToken issued = sources.create(name, "generic", ROOT);
        assertThat(jdbc.sql("select token_sha256 from alert_source where name = ?").param(name).query((row, n) -> row.getBytes(1)).single())
                .isNotEqualTo(issued.token().getBytes(StandardCharsets.UTF_8)).hasSize(32);
        assertThat(issued.toString()).doesNotContain(issued.token());
        assertThat(trail.search(new EvidenceQuery(EvidenceKind.DIRECTORY_CHANGED, "root", null, null, null, null, name, null), 10))
                .hasSize(1).extracting(EvidenceRow::facts).allSatisfy(facts -> assertThat(facts.toString()).doesNotContain(issued.token()));
    }

    @Test
    void namesAreUniqueAndFormatsKnown() {
        String name = unique("ids-");
        sources.create(name, "generic", ROOT);
        assertThatThrownBy(() -> sources.create(name, "generic", ROOT)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("already");
        assertThatThrownBy(() -> sources.create(unique("ids-"), "syslog", ROOT)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("suricata-eve");
        assertThatThrownBy(() -> sources.create("../x", "generic", ROOT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sources.rotate(unique("no-"), ROOT)).isInstanceOf(UnknownAlertSource.class);
    }
}
