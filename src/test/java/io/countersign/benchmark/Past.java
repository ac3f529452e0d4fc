package io.countersign.benchmark;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many runs that are over: one real run that ended is copied row by row with ids of its own, in our tables and the engine's history, each copy a little longer ago. */
final class Past {

    /** What is an id, and of which kind; every other column is copied. The text ids of the engine and ours are the same strings. */
    private static final Map<String, String> IDS = Map.ofEntries(Map.entry("text", "md5(%1$s || n)"), Map.entry("uuid", "md5(%1$s::text || n)::uuid"),
            Map.entry("digest", "encode(sha256((%1$s || n)::bytea), 'hex')"), Map.entry("incident", "1000000 + n"), Map.entry("name", "'INC-' || (1000000 + n)"),
            Map.entry("own", "%1$s || '-' || n"));

    private record Table(String name, String where, Map<String, String> ids) {
    }

    private static final List<Table> TABLES = List.of(
            new Table("incident", "id = i", Map.of("id", "incident")),
            new Table("alert", "incident = i", Map.of("id", "uuid", "incident", "incident", "external_id", "own")),
            new Table("incident_observable", "incident = i", Map.of("incident", "incident", "value", "own")),
            new Table("playbook_run", "id = r", Map.of("id", "text", "incident", "incident")),
            new Table("recommendation", "playbook_run = r", Map.of("id", "uuid", "playbook_run", "text", "incident", "incident")),
            new Table("proposal", "recommendation in (select id from recommendation where playbook_run = r)", Map.of("recommendation", "uuid", "target", "own")),
            new Table("assessment", "playbook_run = r", Map.of("id", "uuid", "digest", "digest", "playbook_run", "text", "incident", "incident", "recommendation", "uuid", "target", "own")),
            new Table("action_run", "playbook_run = r", Map.of("id", "uuid", "digest", "digest", "playbook_run", "text", "incident", "incident", "lease", "uuid", "target", "own")),
            new Table("lease", "id in (select lease from lease_holder where playbook_run = r)", Map.of("id", "uuid", "effect_run", "uuid", "target", "own")),
            new Table("lease_holder", "playbook_run = r", Map.of("action_run", "uuid", "lease", "uuid", "playbook_run", "text", "incident", "incident")),
            new Table("credential", "playbook_run = r", Map.of("id", "uuid", "digest", "digest", "action_run", "uuid", "playbook_run", "text", "incident", "incident", "target", "own")),
            new Table("evidence", "playbook_run = r or incident = i", Map.of("playbook_run", "text", "incident", "incident", "action_run", "uuid", "digest", "digest")),
            new Table("sandbox_call", "action_run in (select id from action_run where playbook_run = r)", Map.of("action_run", "uuid", "value", "own")),
            history("act_hi_procinst", Map.of("id_", "text", "business_key_", "name")), history("act_hi_actinst", Map.of("id_", "text", "parent_act_inst_id_", "text")),
            history("act_hi_varinst", Map.of("id_", "text", "act_inst_id_", "text")), history("act_hi_ext_task_log", Map.of("id_", "text", "ext_task_id_", "text")),
            history("act_hi_job_log", Map.of("id_", "text", "job_id_", "text")));

    private final JdbcClient owner;

    Past(JdbcClient owner) {
        this.owner = owner;
    }

    private static Table history(String name, Map<String, String> ids) {
        Map<String, String> all = new java.util.TreeMap<>(ids);
        List.of("proc_inst_id_", "root_proc_inst_id_", "execution_id_", "process_instance_id_", "process_def_key_").forEach(column -> all.putIfAbsent(column, "text"));
        all.remove("process_def_key_");
        return new Table(name, (name.equals("act_hi_job_log") ? "process_instance_id_" : "proc_inst_id_") + " = r", all);
    }

    /** @return how many rows there are of it */
    long copy(String run, int times) {
        long incident = owner.sql("select incident from playbook_run where id = ?").param(run).query(Long.class).single();
        long rows = 0;
        owner.sql("set session_replication_role = replica").update();
        for (Table table : TABLES) {
            rows += owner.sql(statement(table).replaceAll("\\br\\b(?!\\.)", "'" + run + "'").replaceAll("\\bi\\b(?!\\.)", String.valueOf(incident))).param(times).update();
        }
        owner.sql("set session_replication_role = origin").update();
        owner.sql("analyze").update();
        return rows;
    }

    private String statement(Table table) {
        List<Map<String, Object>> columns = owner.sql("""
                select column_name, data_type, is_identity, identity_generation from information_schema.columns
                where table_schema = current_schema() and table_name = ? order by ordinal_position""").param(table.name()).query().listOfRows().stream()
                .filter(column -> !("YES".equals(column.get("is_identity")) && "ALWAYS".equals(column.get("identity_generation")))).toList();
        String names = columns.stream().map(column -> (String) column.get("column_name")).collect(Collectors.joining(", "));
        String values = columns.stream().map(column -> value(table, (String) column.get("column_name"), (String) column.get("data_type"))).collect(Collectors.joining(", "));
        return "insert into " + table.name() + " (" + names + ") select " + values + " from (select * from " + table.name() + " where " + table.where()
                + ") o cross join generate_series(1, ?) n";
    }

    private static String value(Table table, String column, String type) {
        String of = "o." + column;
        if (table.ids().containsKey(column)) {
            return IDS.get(table.ids().get(column)).formatted(of);
        }
        return type.startsWith("timestamp") ? of + " - n * interval '7 minutes'" : of;
    }
}
