package io.countersign.policy.guardrail;

import io.countersign.action.ActionDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was begun lately, counted for budgets: one row for each effect, written in the transaction that claims it. */
@Repository
class EffectCounts {

    /** @param targets how many different ones */
    record Count(long effects, long targets) {
    }

    private final JdbcClient jdbc;

    EffectCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One claim after the other, where each must see what the other did. Held until the transaction ends. */
    void alone(List<Guardrail> rows) {
        rows.stream().filter(Guardrail::countsOthers).map(Guardrail::id).sorted()
                .forEach(id -> jdbc.sql("select pg_advisory_xact_lock(hashtext('countersign-guardrail'), hashtext(?))").param(id).query(row -> { }));
    }

    Count since(Guardrail row, Instant since) {
        return jdbc.sql("""
                select count(*) as effects, count(distinct (target_kind, target)) as targets from guardrail_effect
                where at > ? and (?::text is null or action_type = ?) and (?::text is null or team = ?) and (?::text is null or environment = ?)""")
                .param(Timestamp.from(since)).param(row.actionType()).param(row.actionType()).param(row.team()).param(row.team())
                .param(row.environment()).param(row.environment())
                .query((found, number) -> new Count(found.getLong("effects"), found.getLong("targets"))).single();
    }

    void add(Subject subject, ActionDigest digest, Instant at) {
        jdbc.sql("""
                insert into guardrail_effect (digest, action_type, team, environment, target_kind, target, at) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (digest) do nothing""")
                .params(digest.hex(), subject.actionType(), subject.team(), subject.environment(), subject.target().kind().name(), subject.target().value(),
                        Timestamp.from(at)).update();
    }

    /** It turned out that nothing new is done. */
    void remove(ActionDigest digest) {
        jdbc.sql("delete from guardrail_effect where digest = ?").param(digest.hex()).update();
    }
}
