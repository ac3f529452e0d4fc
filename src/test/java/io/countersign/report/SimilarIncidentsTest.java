package io.countersign.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.evidence.IncidentId;
import io.countersign.incident.Environment;
import io.countersign.incident.IncidentView;
import io.countersign.incident.Severity;
import io.countersign.incident.TicketState;
import io.countersign.testing.DatabaseTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(SimilarIncidents.class)
class SimilarIncidentsTest {

    @Autowired
    SimilarIncidents similar;

    @Autowired
    JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString();

    @Test
    void incidentsThatShareAThingOrATechniqueAreFoundMostInCommonFirst() {
        long here = incident("T-" + mark);
        long technique = incident("T-" + mark);
        long thing = incident("other");
        incident("unrelated-" + mark);
        observable(here, "HOST", "host-" + mark);
        observable(thing, "HOST", "host-" + mark);
        observable(technique, "CASE", "case-" + mark);
        jdbc.sql("insert into playbook_run values (?, ?, 'isolate-infected-host', 1, 'd', 'SYSTEM', 'policy', 'r', 'ENDED', 'Released', now(), now())")
                .params("run-" + mark, thing).update();

        List<SimilarIncident> found = similar.to(view(here));

        assertThat(found).extracting(SimilarIncident::id).containsExactly(new IncidentId(thing).toString(), new IncidentId(technique).toString());
        assertThat(found.get(0).sharedThings()).containsExactly("host-" + mark);
        assertThat(found.get(0).runs()).singleElement().satisfies(run -> assertThat(run.outcome()).isEqualTo("Released"));
        assertThat(found.get(1).sharedTechniques()).containsExactly("T-" + mark);
    }

    @Test
    void whatSharesOnlyTheSourcesCaseIsNotSimilar() {
        long here = incident("one-" + mark);
        long there = incident("two-" + mark);
        observable(here, "CASE", "case-" + mark);
        observable(there, "CASE", "case-" + mark);
        assertThat(similar.to(view(here))).isEmpty();
    }

    private IncidentView view(long id) {
        String technique = jdbc.sql("select techniques[1] from incident where id = ?").param(id).query(String.class).single();
        return new IncidentView(new IncidentId(id), "t", Severity.HIGH, TicketState.OPEN, Environment.PRODUCTION, "soc", Instant.EPOCH, Instant.EPOCH,
                List.of(technique), List.of(), List.of());
    }

    private long incident(String technique) {
        return jdbc.sql("""
                insert into incident (title, severity, ticket, environment, team, techniques, opened_at, updated_at, triage_wanted)
                values ('t', 'HIGH', 'OPEN', 'PRODUCTION', 'soc', array[?], now(), now(), false) returning id""").param(technique).query(Long.class).single();
    }

    private void observable(long incident, String kind, String value) {
        jdbc.sql("insert into incident_observable values (?, ?, ?, true, true, now())").params(incident, kind, value).update();
    }
}
