package io.countersign.connector.sandbox;

import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.Holding;
import io.countersign.connector.TargetState;
import io.countersign.evidence.ActionRunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    /** One look: how the sandbox is trained to behave towards the target, and what it shows. {@code due}: whether effects are due that are not written down. */
    record Look(Training training, Map<String, String> attributes, boolean due) {
    }

    /** Looks without writing, with one statement: stored attributes, and over them every effect that is due. */
    Look look(Target target) {
        return look(target, Timestamp.from(clock.instant()));
    }

    Map<String, String> read(Target target) {
        return look(target).attributes();
    }

    private Look look(Target target, Timestamp now) {
        Map<String, String> attributes = new HashMap<>();
        List<Look> parts = jdbc.sql("""
                select trained.verb, trained.fault, trained.latency_millis, trained.effect_delay_millis, shown.attributes, shown.number > 0 as due
                from (select) as one
                left join (select * from sandbox_training where kind = :kind and value = :value or kind = '*' and value = '*'
                    order by kind = '*' limit 1) as trained on true
                left join (
                    select attributes, '-infinity'::timestamptz as since, 0 as number from sandbox_target where kind = :kind and value = :value
                    union all
                    select changes, effective_at, number from sandbox_call
                    where kind = :kind and value = :value and not settled and effective_at <= :now) as shown on true
                order by shown.since, shown.number""")
                .param("kind", target.kind().name()).param("value", target.value()).param("now", now).query(this::part).list();
        parts.forEach(part -> attributes.putAll(part.attributes()));
        return new Look(parts.isEmpty() ? Training.NONE : parts.get(0).training(), attributes, parts.stream().anyMatch(Look::due));
    }

    private Look part(ResultSet row, int number) throws SQLException {
        String attributes = row.getString("attributes");
        return new Look(row.getString("verb") == null ? Training.NONE : SandboxTrainings.training(row, number),
                attributes == null ? Map.of() : json.read(attributes), row.getBoolean("due"));
    }

    /** Locks the target until the transaction ends, settles what is due, and reads it. */
    Map<String, String> lock(Target target) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                insert into sandbox_target (kind, value, attributes, changed_at) values (?, ?, '{}', ?)
                on conflict (kind, value) do update set value = excluded.value""")
                .params(target.kind().name(), target.value(), now).update();
        Look seen = look(target, now);
        if (seen.due()) {
            jdbc.sql("update sandbox_call set settled = true where kind = ? and value = ? and not settled and effective_at <= ?")
                    .params(target.kind().name(), target.value(), now).update();
            write(target, seen.attributes());
        }
        return seen.attributes();
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

    /** What the sandbox did and still holds: orders in effect that changed something, are as they were made, and were not taken back. */
    List<Holding> holdings() {
        return jdbc.sql("""
                select c.action_run, c.action_type, c.kind, c.value, c.changes from sandbox_call c join sandbox_target t on t.kind = c.kind and t.value = c.value
                where c.verb = 'ACT' and c.changes <> '{}' and c.settled and t.attributes @> c.changes
                and not exists (select 1 from sandbox_call u where u.action_run = c.action_run and u.verb = 'UNDO')""")
                .query((row, n) -> new Holding(new ActionRunId(row.getObject("action_run", UUID.class)), row.getString("action_type"),
                        new Target(TargetKind.valueOf(row.getString("kind")), row.getString("value")), TargetState.of(json.read(row.getString("changes"))))).list();
    }

    private void write(Target target, Map<String, String> attributes) {
        jdbc.sql("update sandbox_target set attributes = ?::jsonb where kind = ? and value = ?")
                .params(json.write(attributes), target.kind().name(), target.value()).update();
    }
}
