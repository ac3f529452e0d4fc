package io.countersign.connector.sandbox;

import io.countersign.action.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stored trainings. A target's own wins over the one for all. */
@Repository
class SandboxTrainings {

    private static final String ALL = "*";

    private final JdbcClient jdbc;

    SandboxTrainings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Training of(Target target) {
        return jdbc.sql("""
                select * from sandbox_training where (kind = ? and value = ?) or (kind = '*' and value = '*')
                order by kind = '*' limit 1""")
                .params(target.kind().name(), target.value()).query(SandboxTrainings::training).optional().orElse(Training.NONE);
    }

    Training ofAll() {
        return jdbc.sql("select * from sandbox_training where kind = '*' and value = '*'").query(SandboxTrainings::training)
                .optional().orElse(Training.NONE);
    }

    void keep(Target target, Training training) {
        keep(target.kind().name(), target.value(), training);
    }

    void keepForAll(Training training) {
        keep(ALL, ALL, training);
    }

    private void keep(String kind, String value, Training training) {
        jdbc.sql("""
                insert into sandbox_training (kind, value, verb, fault, latency_millis, effect_delay_millis) values (?, ?, ?, ?, ?, ?)
                on conflict (kind, value) do update set verb = excluded.verb, fault = excluded.fault,
                    latency_millis = excluded.latency_millis, effect_delay_millis = excluded.effect_delay_millis""")
                .params(kind, value, training.on().name(), training.fault().name(), training.latency().toMillis(),
                        training.effectDelay().toMillis())
                .update();
    }

    static Training training(ResultSet row, int number) throws SQLException {
        return new Training(Training.On.valueOf(row.getString("verb")), Fault.valueOf(row.getString("fault")),
                Duration.ofMillis(row.getLong("latency_millis")), Duration.ofMillis(row.getLong("effect_delay_millis")));
    }
}
