package io.countersign.incident;

import io.countersign.evidence.IncidentId;
import io.countersign.incident.intake.ContentId;
import io.countersign.incident.intake.NormalizedAlert;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of alerts and of what incidents have seen. Every method runs in the caller's transaction. */
@Repository
class AlertTable {

    private final JdbcClient jdbc;

    AlertTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets one transaction at a time, on any node, work on an alert and on each thing that may join it: so neither is one alert
     * stored twice, nor do two alerts about one thing open two incidents. In ascending order, so that nobody waits in a circle.
     */
    void serialize(String source, String externalId, Situation situation) {
        Long[] keys = Stream.concat(Stream.of(key("alert", source, externalId)),
                        situation.joining().stream().map(sighting -> key("thing", sighting.kind(), sighting.value())))
                .distinct().sorted().toArray(Long[]::new);
        jdbc.sql("select count(pg_advisory_xact_lock(key)) from unnest(?::bigint[]) as key").param(keys).query(Long.class).single();
    }

    Optional<IntakeOutcome.Duplicate> earlier(String source, String externalId) {
        return jdbc.sql("select id, incident from alert where source = ? and external_id = ?").params(source, externalId)
                .query((row, number) -> new IntakeOutcome.Duplicate(row.getObject("id", UUID.class), new IncidentId(row.getLong("incident"))))
                .optional();
    }

    /**
     * The oldest incident that is not closed and was joined by one of the given things since {@code since}, locked. A thing that
     * more than {@code commonAfter} such incidents have seen, joining or not, is too common to count.
     */
    Optional<IncidentId> openIncident(List<Sighting> joining, Instant since, int commonAfter) {
        return jdbc.sql("""
                with seen as (
                    select recent.incident, recent.joins, count(*) over (partition by kind, value) as spread
                    from unnest(:kinds::text[], :names::text[]) as thing(kind, value)
                    cross join lateral (
                        select o.incident, o.joins from incident_observable o join incident i on i.id = o.incident and i.ticket <> 'CLOSED'
                        where o.kind = thing.kind and o.value = thing.value and o.last_seen_at >= :since
                        order by o.last_seen_at desc limit :commonAfter + 1) as recent)
                select i.id from incident i
                where i.ticket <> 'CLOSED' and i.id in (select incident from seen where joins and spread <= :commonAfter)
                order by i.id limit 1 for update of i""")
                .param("kinds", column(joining, Sighting::kind).toArray(String[]::new))
                .param("names", column(joining, Sighting::value).toArray(String[]::new))
                .param("since", Timestamp.from(since)).param("commonAfter", commonAfter)
                .query((row, number) -> new IncidentId(row.getLong("id"))).optional();
    }

    /** One statement for the alert and for what its incident has now seen. */
    void insert(UUID id, String source, NormalizedAlert alert, byte[] raw, IncidentId incident, Situation situation, Instant now) {
        List<Sighting> seen = situation.sightings();
        jdbc.sql("""
                with stored as (
                    insert into alert (id, source, external_id, incident, title, description, severity, techniques, observed_at, received_at, raw)
                    values (:id, :source, :externalId, :incident, :title, :description, :severity, :techniques, :observedAt, :now, :raw))
                insert into incident_observable (incident, kind, value, internal, joins, last_seen_at)
                select :incident, kind, value, internal, joins, :now
                from unnest(:kinds::text[], :names::text[], :internals::boolean[], :joins::boolean[]) as thing(kind, value, internal, joins)
                on conflict (incident, kind, value) do update set internal = excluded.internal,
                    joins = incident_observable.joins or excluded.joins, last_seen_at = excluded.last_seen_at""")
                .param("id", id).param("source", source).param("externalId", alert.externalId()).param("incident", incident.number())
                .param("title", alert.title()).param("description", alert.description()).param("severity", alert.severity().name())
                .param("techniques", alert.techniques().toArray(String[]::new)).param("raw", raw)
                .param("observedAt", Timestamp.from(Objects.requireNonNullElse(alert.observedAt(), now))).param("now", Timestamp.from(now))
                .param("kinds", column(seen, Sighting::kind).toArray(String[]::new))
                .param("names", column(seen, Sighting::value).toArray(String[]::new))
                .param("internals", column(seen, Sighting::internal).toArray(Boolean[]::new))
                .param("joins", column(seen, Sighting::joins).toArray(Boolean[]::new))
                .update();
    }

    private static <T> List<T> column(List<Sighting> rows, Function<Sighting, T> of) {
        return rows.stream().map(of).toList();
    }

    private static long key(String what, String scope, String name) {
        return ByteBuffer.wrap(ContentId.sha256((what + "\0" + scope + "\0" + name).getBytes(StandardCharsets.UTF_8))).getLong();
    }
}
