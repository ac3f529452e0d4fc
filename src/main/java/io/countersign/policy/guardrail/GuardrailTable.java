package io.countersign.policy.guardrail;

import io.countersign.action.RiskTier;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the guardrails. */
@Repository
class GuardrailTable {

    private final JdbcClient jdbc;

    GuardrailTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Guardrail> all() {
        return jdbc.sql("select * from guardrail order by array_position(array['AVAILABILITY', 'LIST', 'BUDGET', 'FREEZE'], kind), id").query(GuardrailTable::read).list();
    }

    Optional<Guardrail> find(String id) {
        return jdbc.sql("select * from guardrail where id = ?").param(id).query(GuardrailTable::read).optional();
    }

    void put(Guardrail row) {
        jdbc.sql("""
                insert into guardrail (id, kind, name, tier, enabled, action_type, team, environment, roles, targets, keep, window_seconds, most, percent, starts_at, ends_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set kind = excluded.kind, name = excluded.name, tier = excluded.tier, enabled = excluded.enabled,
                    action_type = excluded.action_type, team = excluded.team, environment = excluded.environment, roles = excluded.roles,
                    targets = excluded.targets, keep = excluded.keep, window_seconds = excluded.window_seconds, most = excluded.most,
                    percent = excluded.percent, starts_at = excluded.starts_at, ends_at = excluded.ends_at""")
                .param(row.id()).param(row.kind().name()).param(row.name()).param(row.tier().name()).param(row.enabled()).param(row.actionType()).param(row.team())
                .param(row.environment()).param(row.roles().toArray(String[]::new)).param(row.targets().toArray(String[]::new)).param(row.keep())
                .param(row.window() == null ? null : row.window().toSeconds()).param(row.most()).param(row.percent()).param(time(row.from())).param(time(row.until()))
                .update();
    }

    private static Guardrail read(ResultSet row, int number) throws SQLException {
        Long window = (Long) row.getObject("window_seconds");
        return new Guardrail(row.getString("id"), Guardrail.Kind.valueOf(row.getString("kind")), row.getString("name"), RiskTier.valueOf(row.getString("tier")),
                row.getBoolean("enabled"), row.getString("action_type"), row.getString("team"), row.getString("environment"), texts(row.getArray("roles")),
                texts(row.getArray("targets")), (Integer) row.getObject("keep"), window == null ? null : Duration.ofSeconds(window), (Integer) row.getObject("most"),
                (Integer) row.getObject("percent"), time(row, "starts_at"), time(row, "ends_at"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Timestamp time(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
