package io.countersign.faults;

import io.countersign.faults.target.Entry;
import io.countersign.faults.target.Journal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that was written down: the target's journal on one side, the product's ledger and record on the other, each with the real time at which it was so. */
record Books(List<Entry> journal, Map<String, Row> ledger, List<Fact> record, List<Run> runs, Map<String, List<Said>> said, List<OpenLease> leases) {

    /** A row of the ledger. */
    record Row(String id, String digest, String run, String activity, String actionType, String target, String connector, String state, boolean ours, String lease,
               String tier, Instant created) {
    }

    /** A statement of the record, and when it really became known. */
    record Fact(long number, Instant committed, String kind, String actor, String incident, String run, String actionRun, String digest, String facts) {
    }

    record Run(String id, String playbook, String state, String outcome) {
    }

    /** What a person decided on a digest. */
    record Said(String request, String person, String team, boolean approved) {
    }

    /** A lease that is not over, and by which run it is held. */
    record OpenLease(String id, String target, String state, String effectRun, long holders) {
    }

    static Books of(Plan plan, JdbcClient owner) throws Exception {
        List<Row> rows = owner.sql("select a.*, s.tier from action_run a join assessment s using (digest) order by a.created_at").query(Books::row).list();
        List<Fact> record = owner.sql("select e.*, pg_xact_commit_timestamp(e.xmin) as committed from evidence e order by number").query(Books::fact).list();
        List<Run> runs = owner.sql("select * from playbook_run order by started_at").query((row, n) -> new Run(row.getString("id"), row.getString("playbook"),
                row.getString("state"), row.getString("outcome"))).list();
        Map<String, List<Said>> said = owner.sql("select * from approval").query((row, n) -> Map.entry(row.getString("digest"),
                new Said(row.getString("request"), row.getString("person"), row.getString("team"), row.getBoolean("approved")))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        List<OpenLease> leases = owner.sql("""
                select l.*, (select count(*) from lease_holder h where h.lease = l.id and h.state <> 'RELEASED') as holders from lease l where state <> 'RELEASED'""")
                .query((row, n) -> new OpenLease(row.getString("id"), row.getString("target_kind") + " " + row.getString("target"), row.getString("state"),
                        row.getString("effect_run"), row.getLong("holders"))).list();
        return new Books(Journal.read(plan.journal()), rows.stream().collect(Collectors.toMap(Row::id, Function.identity())), record, runs, said, leases);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("id"), row.getString("digest"), row.getString("playbook_run"), row.getString("activity"), row.getString("action_type"),
                row.getString("target_kind") + " " + row.getString("target"), row.getString("connector"), row.getString("state"), row.getBoolean("ours"), row.getString("lease"),
                row.getString("tier"), row.getTimestamp("created_at").toInstant());
    }

    private static Fact fact(ResultSet row, int number) throws SQLException {
        Timestamp committed = row.getTimestamp("committed");
        return new Fact(row.getLong("number"), committed == null ? Instant.EPOCH : committed.toInstant(), row.getString("kind"), row.getString("actor"),
                "INC-" + row.getString("incident"), row.getString("playbook_run"), row.getString("action_run"), row.getString("digest"), row.getString("facts"));
    }

    List<Fact> of(String actionRun, String kind) {
        return record.stream().filter(fact -> kind.equals(fact.kind()) && actionRun.equals(fact.actionRun())).toList();
    }

    /** Everything about one action run and its target, in the order in which it really happened. */
    String timeline(String actionRun) {
        Row row = ledger.get(actionRun);
        record Line(Instant at, String text) {
        }
        List<Line> lines = new java.util.ArrayList<>();
        journal.stream().filter(e -> e.order().run().equals(actionRun) || row != null && e.order().target().equals(row.target())
                && e.order().attribute().startsWith(row.actionType()))
                .forEach(e -> lines.add(new Line(e.at(), "TARGET " + e.happened() + " " + e.order().verb() + " run " + e.order().run() + " node " + e.order().node()
                        + " " + e.before() + " -> " + e.after() + " (" + e.fault() + ")")));
        record.stream().filter(f -> actionRun.equals(f.actionRun()) || row != null && row.run().equals(f.run()))
                .forEach(f -> lines.add(new Line(f.committed(), "RECORD " + f.kind() + " by " + f.actor() + " action run " + f.actionRun() + " " + f.facts())));
        return "ledger: " + row + "\n" + lines.stream().sorted(java.util.Comparator.comparing(Line::at)).map(line -> "    " + line.at() + " " + line.text())
                .collect(Collectors.joining("\n"));
    }
}
