package io.countersign.report;

import io.countersign.evidence.IncidentId;
import io.countersign.incident.IncidentView;
import io.countersign.incident.Severity;
import io.countersign.incident.TicketState;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds incidents that have a thing or a technique in common; for techniques it looks at the newest thousand incidents only. */
@Repository
@Transactional(readOnly = true)
class SimilarIncidents {

    private static final int MOST = 10;

    private final JdbcClient jdbc;

    SimilarIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Most in common first. */
    List<SimilarIncident> to(IncidentView incident) {
        String[] techniques = incident.techniques().toArray(String[]::new);
        List<SimilarIncident> found = jdbc.sql("""
                with things as (
                    select o.incident, array_agg(o.value order by o.value) as shared
                    from incident_observable mine join incident_observable o on o.kind = mine.kind and o.value = mine.value and o.incident <> mine.incident
                    where mine.incident = :incident and mine.kind <> 'CASE' group by o.incident order by o.incident desc limit 1000),
                newest as (select id, techniques from incident where id <> :incident order by id desc limit 1000)
                select i.*, coalesce(t.shared, '{}') as things,
                    array(select unnest(i.techniques) intersect select unnest(:techniques::text[]) order by 1) as common
                from incident i left join things t on t.incident = i.id
                where i.id in (select incident from things union select id from newest n where n.techniques && :techniques::text[])
                order by cardinality(coalesce(t.shared, '{}')) desc, i.id desc limit :most""")
                .param("incident", incident.id().number()).param("techniques", techniques).param("most", MOST)
                .query(SimilarIncidents::read).list();
        return withRuns(found);
    }

    private List<SimilarIncident> withRuns(List<SimilarIncident> found) {
        if (found.isEmpty()) {
            return found;
        }
        Map<String, List<SimilarIncident.Ending>> runs = jdbc.sql("select * from playbook_run where incident = any(?) order by started_at, id")
                .param(found.stream().map(i -> IncidentId.parse(i.id()).number()).toArray(Long[]::new))
                .query((row, number) -> Map.entry(new IncidentId(row.getLong("incident")).toString(), ending(row))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return found.stream().map(i -> new SimilarIncident(i.id(), i.title(), i.severity(), i.ticket(), i.openedAt(), i.sharedTechniques(),
                i.sharedThings(), runs.getOrDefault(i.id(), List.of()))).toList();
    }

    private static SimilarIncident.Ending ending(ResultSet row) throws SQLException {
        return new SimilarIncident.Ending(row.getString("id"), row.getString("playbook"), row.getString("state"), row.getString("outcome"));
    }

    private static SimilarIncident read(ResultSet row, int number) throws SQLException {
        return new SimilarIncident(new IncidentId(row.getLong("id")).toString(), row.getString("title"), Severity.valueOf(row.getString("severity")),
                TicketState.valueOf(row.getString("ticket")), row.getTimestamp("opened_at").toInstant(), texts(row.getArray("common")),
                texts(row.getArray("things")), List.of());
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
