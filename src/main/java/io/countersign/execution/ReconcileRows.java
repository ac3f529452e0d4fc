package io.countersign.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.connector.Holding;
import io.countersign.connector.TargetState;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the comparison: whose turn it is, what to look at, and what was found. Each statement changes a row only if it says something new. */
@Repository
@Transactional
class ReconcileRows {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ReconcileRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Of all nodes that ask, one gets the turn. */
    public boolean takeTurn(Instant now, Duration every) {
        return jdbc.sql("update reconcile_turn set next_at = ? where id = 1 and next_at <= ?").params(Timestamp.from(now.plus(every)), Timestamp.from(now)).update() == 1;
    }

    /** Ledger rows whose effects should be in force, those first that nobody looked at for longest. */
    @Transactional(readOnly = true)
    public List<UUID> effects(int most) {
        return jdbc.sql("select effect_run from lease where state in ('ACTIVE', 'KEPT') order by looked_at nulls first, since limit ?").param(most).query(UUID.class).list();
    }

    public void looked(UUID lease, Instant now) {
        jdbc.sql("update lease set looked_at = ? where id = ?").params(Timestamp.from(now), lease).update();
    }

    /** @return false if that was known, or the lease is not in force any more */
    public boolean freed(UUID lease, TargetState seen, Instant now) {
        return jdbc.sql("update lease set freed_since = ?, freed_seen = ?::jsonb where id = ? and state in ('ACTIVE', 'KEPT') and freed_since is null")
                .params(Timestamp.from(now), text(seen), lease).update() == 1;
    }

    /** @return whether it had been seen freed before */
    public boolean contained(UUID lease) {
        return jdbc.sql("update lease set freed_since = null, freed_seen = null where id = ? and freed_since is not null").param(lease).update() == 1;
    }

    /** @return whether it is new: neither the ledger knows it, nor was it found before */
    public boolean orphan(String connector, Holding holding, Instant now) {
        int changed = jdbc.sql("update orphan set last_seen = ?, found = ?::jsonb where connector = ? and action_run = ? and gone_at is null")
                .params(Timestamp.from(now), text(holding.found()), connector, holding.actionRun().value()).update();
        return changed == 0 && jdbc.sql("""
                insert into orphan (connector, action_run, action_type, target_kind, target, found, first_seen, last_seen)
                select ?, ?, ?, ?, ?, ?::jsonb, ?, ? where not exists (select 1 from action_run where id = ?)
                on conflict (connector, action_run) do update set gone_at = null, last_seen = excluded.last_seen, found = excluded.found""")
                .params(connector, holding.actionRun().value(), holding.actionType(), holding.target().kind().name(), holding.target().value(), text(holding.found()),
                        Timestamp.from(now), Timestamp.from(now), holding.actionRun().value()).update() == 1;
    }

    /** Those of a connector that it did not name this time. @return their number */
    public int gone(String connector, Instant since) {
        return jdbc.sql("update orphan set gone_at = ? where connector = ? and gone_at is null and last_seen < ?")
                .params(Timestamp.from(since), connector, Timestamp.from(since)).update();
    }

    private String text(TargetState state) {
        try {
            return json.writeValueAsString(state.attributes());
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("What was seen could not be written", unwritable);
        }
    }
}
