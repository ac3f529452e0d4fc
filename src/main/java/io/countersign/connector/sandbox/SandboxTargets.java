package io.countersign.connector.sandbox;

import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored attributes of pretended targets. An effect that is due counts as seen at once, and is written down by the next change. */
@Repository
class SandboxTargets {

    private final JdbcClient jdbc;
    private final SandboxJson json;
    private final InstantSource clock;

    SandboxTargets(JdbcClient jdbc, SandboxJson json, InstantSource clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Reads without writing: stored attributes, and over them every effect that is due. */
    Map<String, String> read(Target target) {
        return read(target, Timestamp.from(clock.instant()));
    }

    private Map<String, String> read(Target target, Timestamp now) {
        Map<String, String> attributes = new HashMap<>();
        jdbc.sql("""
                select attributes, '-infinity'::timestamptz as since, 0 as number from sandbox_target where kind = :kind and value = :value
                union all
                select changes, effective_at, number from sandbox_call
                where kind = :kind and value = :value and not settled and effective_at <= :now
                order by since, number""")
                .param("kind", target.kind().name()).param("value", target.value()).param("now", now)
                .query((row, n) -> json.read(row.getString(1))).list().forEach(attributes::putAll);
        return attributes;
    }

    /** Locks the target until the transaction ends, settles what is due, and reads it. */
    Map<String, String> lock(Target target) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                insert into sandbox_target (kind, value, attributes, changed_at) values (?, ?, '{}', ?)
                on conflict (kind, value) do update set value = excluded.value""")
                .params(target.kind().name(), target.value(), now).update();
        Map<String, String> attributes = read(target, now);
        int settled = jdbc.sql("update sandbox_call set settled = true where kind = ? and value = ? and not settled and effective_at <= ?")
                .params(target.kind().name(), target.value(), now).update();
        if (settled > 0) {
            write(target, attributes);
        }
        return attributes;
    }

    /** Adds to the stored attributes of a locked target. */
    void change(Target target, Map<String, String> changes) {
        jdbc.sql("update sandbox_target set attributes = attributes || ?::jsonb, changed_at = ? where kind = ? and value = ?")
                .params(json.write(changes), Timestamp.from(clock.instant()), target.kind().name(), target.value()).update();
    }

    /** The trained ones, then those changed last. */
    List<Target> latest(int most) {
        return jdbc.sql("""
                select kind, value from (
                    select kind, value, changed_at from sandbox_target
                    union all select kind, value, 'infinity' from sandbox_training where kind <> '*') known
                group by kind, value order by max(changed_at) desc, kind, value limit ?""").param(most)
                .query((row, n) -> new Target(TargetKind.valueOf(row.getString(1)), row.getString(2))).list();
    }

    private void write(Target target, Map<String, String> attributes) {
        jdbc.sql("update sandbox_target set attributes = ?::jsonb where kind = ? and value = ?")
                .params(json.write(attributes), target.kind().name(), target.value()).update();
    }
}
