package io.countersign.report;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A {@link RunQuery} as conditions on {@code playbook_run r}. Each criterion is answered from an index; values are always bound, never written into the statement. */
record RunConditions(String sql, Map<String, Object> values) {

    static RunConditions of(RunQuery query) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> values = new HashMap<>();
        add(conditions, values, "incident", query.incident() == null ? null : query.incident().number(), "r.incident = :incident");
        add(conditions, values, "target", query.target() == null ? null : prefix(query.target()),
                "r.id in (select playbook_run from assessment where lower(target) like :target)");
        add(conditions, values, "person", query.person(),
                "r.id in (select playbook_run from evidence where actor = :person and actor_kind = 'PERSON' and playbook_run is not null)");
        add(conditions, values, "agent", query.agent(), "r.id in (select playbook_run from assessment where agent = :agent)");
        add(conditions, values, "action", query.action(), "r.id in (select playbook_run from assessment where action_type = :action)");
        add(conditions, values, "from", query.from() == null ? null : Timestamp.from(query.from()), "r.started_at >= :from");
        add(conditions, values, "to", query.to() == null ? null : Timestamp.from(query.to()), "r.started_at < :to");
        add(conditions, values, "outcome", query.outcome(),
                "(r.outcome = :outcome or r.state = :outcome or r.id in (select playbook_run from action_run where state = :outcome))");
        add(conditions, values, "playbook", query.playbook(), "r.playbook = :playbook");
        return new RunConditions(String.join(" and ", conditions), values);
    }

    private static void add(List<String> conditions, Map<String, Object> values, String name, Object value, String condition) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    /** What was typed is looked for as it is: it holds no wildcards. */
    private static String prefix(String typed) {
        return typed.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
