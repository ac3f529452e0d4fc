package io.countersign.report;

import io.countersign.action.RiskTier;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads runs with what was asked and said in them: one statement for the runs, one each for their actions and decisions. */
@Repository
class RunRows {

    /** A run and the untrusted title of its incident. */
    record Found(PlaybookRun run, String incidentTitle) {
    }

    private final JdbcClient jdbc;

    RunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Found> find(RunQuery query, int offset, int limit) {
        RunConditions where = RunConditions.of(query);
        return jdbc.sql("select r.*, i.title from playbook_run r left join incident i on i.id = r.incident where " + where.sql()
                        + " order by r.started_at desc, r.id offset :offset limit :limit")
                .params(where.values()).param("offset", offset).param("limit", limit).query(RunRows::found).list();
    }

    long count(RunQuery query) {
        RunConditions where = RunConditions.of(query);
        return jdbc.sql("select count(*) from playbook_run r where " + where.sql()).params(where.values()).query(Long.class).single();
    }

    /** From one to the next in the index: there are few, and many runs. */
    List<String> outcomes() {
        return jdbc.sql("""
                with recursive said as (
                    (select outcome from playbook_run where outcome is not null order by outcome limit 1)
                    union all
                    select (select r.outcome from playbook_run r where r.outcome > s.outcome order by r.outcome limit 1) from said s where s.outcome is not null)
                select outcome from said where outcome is not null limit 100""").query(String.class).list();
    }

    Map<String, List<RunRow.Action>> actions(List<String> runs, Names names) {
        return byRun(jdbc.sql("""
                select a.playbook_run, a.action_type, a.target, a.tier, a.rule, a.agent, x.state, coalesce(x.sandbox, false) as sandbox
                from assessment a left join action_run x on x.digest = a.digest where a.playbook_run = any(?) order by a.number""")
                .param(runs.toArray(String[]::new)).query((row, n) -> Map.entry(row.getString("playbook_run"), action(row, names))).list());
    }

    Map<String, List<RunRow.Said>> decisions(List<String> runs, Names names) {
        return byRun(jdbc.sql("""
                select q.playbook_run, p.person, p.team, p.approved from approval p join approval_request q on q.id = p.request
                where q.playbook_run = any(?) order by p.at""")
                .param(runs.toArray(String[]::new)).query((row, n) -> Map.entry(row.getString("playbook_run"), said(row, names))).list());
    }

    private static <T> Map<String, List<T>> byRun(List<Map.Entry<String, T>> rows) {
        return rows.stream().collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static RunRow.Action action(ResultSet row, Names names) throws SQLException {
        return new RunRow.Action(names.action(row.getString("action_type")), row.getString("target"), RiskTier.valueOf(row.getString("tier")),
                row.getString("rule"), row.getString("agent"), row.getString("state"), row.getBoolean("sandbox"));
    }

    private static RunRow.Said said(ResultSet row, Names names) throws SQLException {
        return new RunRow.Said(row.getString("person"), names.person(row.getString("person")), names.team(row.getString("team")), row.getBoolean("approved"));
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(PlaybookRuns.read(row, number), row.getString("title"));
    }
}
