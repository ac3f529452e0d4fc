package io.countersign.recommendation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.action.ActionCatalogue;
import io.countersign.action.Catalogues;
import io.countersign.agent.Agent;
import io.countersign.agent.AgentStatus;
import io.countersign.agent.Agents;
import io.countersign.evidence.Actor;
import io.countersign.evidence.IncidentId;
import io.countersign.incident.AlertSummary;
import io.countersign.incident.Asset;
import io.countersign.incident.Assets;
import io.countersign.incident.Circumstances;
import io.countersign.incident.Criticality;
import io.countersign.incident.Environment;
import io.countersign.incident.IncidentView;
import io.countersign.incident.Observable;
import io.countersign.incident.ObservableKind;
import io.countersign.incident.Severity;
import io.countersign.incident.TicketState;
import io.countersign.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The recommendation module on a real database, with one incident, one agent and a recommender that says what a test wants. */
@EnableTransactionManagement
@ComponentScan(basePackages = {"io.countersign.evidence", "io.countersign.recommendation"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test.*|\\.web\\..*)"))
class RecommendationModule {

    @Bean(destroyMethod = "")
    DataSource database() {
        return TestDatabase.dataSource();
    }

    @Bean
    PlatformTransactionManager transactions(DataSource database) {
        return new DataSourceTransactionManager(database);
    }

    @Bean
    JdbcClient jdbc(DataSource database) {
        return JdbcClient.create(database);
    }

    @Bean
    ObjectMapper json() {
        return new ObjectMapper();
    }

    @Bean
    InstantSource clock() {
        return InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));
    }

    @Bean
    ActionCatalogue catalogue() {
        return Catalogues.shipped();
    }

    @Bean
    RecommendationSettings settings() {
        return new RecommendationSettings("puppet", Duration.ofMillis(500), 4);
    }

    @Bean
    OneIncident incidents(JdbcClient jdbc) {
        return new OneIncident(jdbc.sql("""
                insert into incident (title, severity, ticket, environment, team, techniques, opened_at, updated_at, triage_wanted)
                values ('Beacon', 'HIGH', 'CLOSED', 'PRODUCTION', 'soc', '{}', now(), now(), false) returning id""").query(Long.class).single());
    }

    @Bean
    OneAgent agents() {
        return new OneAgent();
    }

    @Bean
    Puppet puppet() {
        return new Puppet();
    }

    @Bean
    Assets assets() {
        return (kind, value) -> kind == ObservableKind.ACCOUNT && value.equals("corp\\j.doe")
                ? Optional.of(new Asset(kind, value, Criticality.HIGH, Environment.PRODUCTION, "soc", null, Map.of("privileged-group", "Domain Admins")))
                : Optional.empty();
    }

    static class Puppet implements Recommender {

        volatile Function<JsonNode, JsonNode> answer;

        @Override
        public String name() {
            return "puppet";
        }

        @Override
        public String version() {
            return "7";
        }

        @Override
        public String agent() {
            return "triage-test";
        }

        @Override
        public JsonNode recommend(JsonNode input) {
            return answer.apply(input);
        }
    }

    static class OneAgent implements Agents {

        volatile Agent agent;

        @Override
        public Optional<Agent> find(String id) {
            return Optional.ofNullable(agent).filter(known -> known.id().equals(id));
        }

        @Override
        public List<Agent> all() {
            return List.of(agent);
        }

        @Override
        public void changeStatus(String id, AgentStatus to, String reason, Actor by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Actor actor(String id) {
            return Actor.agent(id, find(id).orElseThrow().owner());
        }
    }

    static class OneIncident extends NoIncidents {

        @Override
        public Optional<Circumstances> circumstances(IncidentId id, ObservableKind kind, String value) {
            throw new IllegalStateException("Advice never asks for what decides");
        }


        private final IncidentId id;

        OneIncident(long number) {
            this.id = new IncidentId(number);
        }

        IncidentId id() {
            return id;
        }

        @Override
        public Optional<IncidentView> find(IncidentId wanted) {
            Instant now = Instant.parse("2026-11-24T11:00:00Z");
            return Optional.of(new IncidentView(id, "Beacon", Severity.HIGH, TicketState.OPEN, Environment.PRODUCTION, "soc", now, now, List.of("T1071"),
                    List.of(new Observable(ObservableKind.ADDRESS, "203.0.113.7", false), new Observable(ObservableKind.ACCOUNT, "corp\\j.doe", true),
                            new Observable(ObservableKind.DOMAIN, "evil.example", false)),
                    List.of(new AlertSummary(UUID.randomUUID(), "edr", "1", "Beacon", "d", Severity.HIGH, List.of(), now, now))));
        }
    }
}
