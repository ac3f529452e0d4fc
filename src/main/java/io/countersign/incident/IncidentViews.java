package io.countersign.incident;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.countersign.evidence.IncidentId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads incidents: three statements for a page of them, however many there are. */
@Repository
class IncidentViews implements IncidentSearch {

    /** The newest alerts and observables that an incident is shown with, alone and in a list; the rest stays in the tables. */
    private static final int[] WHOLE = {200, 500};
    private static final int[] LISTED = {5, 20};

    private static final String MATCHES = """
            from incident where (:ticket::text is null or ticket = :ticket) and (:severity::text is null or severity = :severity)
                and (:team::text is null or team = :team)
                and (:text::text is null or 'INC-' || id = upper(:text) or title ilike :like or exists (
                    select 1 from incident_observable where incident = incident.id and kind <> 'CASE' and value ilike :like))""";

    private final JdbcClient jdbc;

    IncidentViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<IncidentView> find(IncidentId id) {
        return filled(jdbc.sql("select * from incident where id = ?").param(id.number()).query(IncidentViews::row).list(), WHOLE).stream().findFirst();
    }

    Optional<Circumstances> circumstances(IncidentId id, ObservableKind kind, String value) {
        return jdbc.sql("""
                select severity, ticket, environment, team, exists (select 1 from incident_observable
                    where incident = i.id and kind = ? and value = ? and not internal) as foreign_thing
                from incident i where id = ?""")
                .params(kind == null ? "" : kind.name(), value, id.number())
                .query((row, number) -> new Circumstances(Severity.valueOf(row.getString("severity")), TicketState.valueOf(row.getString("ticket")),
                        Environment.valueOf(row.getString("environment")), row.getString("team"), row.getBoolean("foreign_thing"))).optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<IncidentView> search(IncidentQuery query, int offset, int limit) {
        return filled(matching("select * " + MATCHES + " order by id desc offset :offset limit :limit", query)
                .param("offset", offset).param("limit", limit).query(IncidentViews::row).list(), LISTED);
    }

    @Override
    public long count(IncidentQuery query) {
        return matching("select count(*) " + MATCHES, query).query(Long.class).single();
    }

    /** See {@link Incidents#takeForTriage}. The array makes sure that the locking query runs once. */
    List<IncidentId> takeForTriage(int limit) {
        return jdbc.sql("""
                update incident set triage_wanted = false
                where id = any(array(select id from incident where triage_wanted order by id limit ? for update skip locked)) returning id""")
                .param(limit).query((row, number) -> new IncidentId(row.getLong("id"))).list();
    }

    private JdbcClient.StatementSpec matching(String sql, IncidentQuery query) {
        String text = query.text();
        return jdbc.sql(sql).param("ticket", query.ticket() == null ? null : query.ticket().name())
                .param("severity", query.severity() == null ? null : query.severity().name()).param("team", query.team()).param("text", text)
                .param("like", text == null ? null : "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }

    private List<IncidentView> filled(List<IncidentView> bare, int[] most) {
        Long[] ids = bare.stream().map(view -> view.id().number()).toArray(Long[]::new);
        Map<Long, List<AlertSummary>> alerts = alerts(ids, most[0]);
        Map<Long, List<Observable>> observables = observables(ids, most[1]);
        return bare.stream().map(view -> with(view, observables.getOrDefault(view.id().number(), List.of()),
                alerts.getOrDefault(view.id().number(), List.of()))).toList();
    }

    private Map<Long, List<AlertSummary>> alerts(Long[] incidents, int most) {
        return jdbc.sql("""
                select received.* from unnest(?::bigint[]) as wanted(id) cross join lateral (
                    select id, incident, source, external_id, title, description, severity, techniques, observed_at, received_at
                    from alert where incident = wanted.id order by received_at desc, id limit ?) as received""")
                .params(incidents, most).query((row, number) -> Map.entry(row.getLong("incident"), alert(row))).list()
                .stream().collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private Map<Long, List<Observable>> observables(Long[] incidents, int most) {
        return jdbc.sql("""
                select seen.* from unnest(?::bigint[]) as wanted(id) cross join lateral (
                    select incident, kind, value, internal
                    from incident_observable where incident = wanted.id and kind <> 'CASE' order by last_seen_at desc, kind, value limit ?) as seen""")
                .params(incidents, most).query((row, number) -> Map.entry(row.getLong("incident"), observable(row))).list()
                .stream().collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static IncidentView with(IncidentView bare, List<Observable> observables, List<AlertSummary> alerts) {
        return new IncidentView(bare.id(), bare.title(), bare.severity(), bare.ticket(), bare.environment(), bare.team(), bare.openedAt(),
                bare.updatedAt(), bare.techniques(), observables, alerts);
    }

    private static IncidentView row(ResultSet row, int number) throws SQLException {
        return new IncidentView(new IncidentId(row.getLong("id")), row.getString("title"), Severity.valueOf(row.getString("severity")),
                TicketState.valueOf(row.getString("ticket")), Environment.valueOf(row.getString("environment")), row.getString("team"),
                at(row, "opened_at"), at(row, "updated_at"), texts(row.getArray("techniques")), List.of(), List.of());
    }

    private static Observable observable(ResultSet row) throws SQLException {
        return new Observable(ObservableKind.valueOf(row.getString("kind")), row.getString("value"), row.getBoolean("internal"));
    }

    private static AlertSummary alert(ResultSet row) throws SQLException {
        return new AlertSummary(row.getObject("id", UUID.class), row.getString("source"), row.getString("external_id"), row.getString("title"),
                row.getString("description"), Severity.valueOf(row.getString("severity")), texts(row.getArray("techniques")),
                at(row, "observed_at"), at(row, "received_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
