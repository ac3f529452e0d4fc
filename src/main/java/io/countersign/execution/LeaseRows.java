package io.countersign.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.TargetState;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.IncidentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of leases and their holders; every write happens under the lock of the lease's row. */
@Repository
class LeaseRows {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    LeaseRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The lease in force on exactly this effect, locked until the transaction ends. */
    Optional<Lease> lockInForce(ActionRunView run) {
        return jdbc.sql("""
                select * from lease where connector = ? and action_type = ? and target_kind = ? and target = ? and parameters = ?::jsonb
                and state <> 'RELEASED' for update""")
                .params(run.connector(), run.actionType(), run.target().kind().name(), run.target().value(), text(run.parameters()))
                .query(this::read).optional();
    }

    Optional<Lease> lock(UUID id) {
        return jdbc.sql("select * from lease where id = ? for update").param(id).query(this::read).optional();
    }

    Optional<Lease> find(UUID id) {
        return jdbc.sql("select * from lease where id = ?").param(id).query(this::read).optional();
    }

    List<Lease> inForce() {
        return jdbc.sql("select * from lease where state <> 'RELEASED' order by (state = 'DRIFTED') desc, until, since").query(this::read).list();
    }

    List<Lease> ofPlaybookRun(String playbookRun) {
        return jdbc.sql("select * from lease where id in (select lease from lease_holder where playbook_run = ?) order by since, id")
                .param(playbookRun).query(this::read).list();
    }

    long countInForce() {
        return jdbc.sql("select count(*) from lease where state <> 'RELEASED'").query(Long.class).single();
    }

    /** False when somebody else's lease on the same effect was first. */
    boolean insertPending(UUID id, ActionRunView run, Instant now, Instant until) {
        return jdbc.sql("""
                insert into lease (id, connector, action_type, target_kind, target, parameters, effect_run, sandbox, state, since, until, version)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, 'PENDING', ?, ?, 0) on conflict do nothing""")
                .params(id, run.connector(), run.actionType(), run.target().kind().name(), run.target().value(), text(run.parameters()),
                        run.id().value(), run.sandbox(), Timestamp.from(now), Timestamp.from(until))
                .update() == 1;
    }

    void insertHolder(UUID lease, ActionRunView run, Instant now, Instant until) {
        jdbc.sql("insert into lease_holder (action_run, lease, playbook_run, incident, until, state, since) values (?, ?, ?, ?, ?, 'HOLDING', ?)")
                .params(run.id().value(), lease, run.playbookRun().value(), run.incident().number(), Timestamp.from(until), Timestamp.from(now))
                .update();
    }

    Optional<Instant> until(UUID lease) {
        return jdbc.sql("select until from lease where id = ?").param(lease).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    /** From pending to active. @return when it ends; empty when it was not pending */
    Optional<Instant> activate(UUID lease, TargetState observed, Instant now) {
        return jdbc.sql("""
                update lease set state = 'ACTIVE', observed = coalesce(?::jsonb, observed),
                    observed_at = case when ?::jsonb is null then observed_at else ?::timestamptz end, version = version + 1
                where id = ? and state = 'PENDING' returning until""")
                .params(text(observed), text(observed), Timestamp.from(now), lease).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    /** A lease ends with the last of those that still hold it. */
    void untilOfHolders(UUID lease) {
        jdbc.sql("""
                update lease l set version = version + 1,
                    until = coalesce((select max(h.until) from lease_holder h where h.lease = l.id and h.state <> 'RELEASED'), l.until) where l.id = ?""")
                .param(lease).update();
    }

    void state(UUID lease, Lease.State state, TargetState observed, Instant now) {
        jdbc.sql("""
                update lease set state = ?, observed = coalesce(?::jsonb, observed),
                    observed_at = case when ?::jsonb is null then observed_at else ?::timestamptz end, version = version + 1 where id = ?""")
                .params(state.name(), text(observed), text(observed), Timestamp.from(now), lease).update();
    }

    void holder(ActionRunId run, String state, Instant until, Instant ended) {
        jdbc.sql("update lease_holder set state = ?, until = coalesce(?::timestamptz, until), ended_at = ?::timestamptz where action_run = ?")
                .params(state, until == null ? null : Timestamp.from(until), ended == null ? null : Timestamp.from(ended), run.value()).update();
    }

    private Lease read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String observed = row.getString("observed");
        Timestamp at = row.getTimestamp("observed_at");
        return new Lease(id, row.getString("connector"), row.getString("action_type"),
                new Target(TargetKind.valueOf(row.getString("target_kind")), row.getString("target")), map(row.getString("parameters")),
                new ActionRunId(row.getObject("effect_run", UUID.class)), row.getBoolean("sandbox"), Lease.State.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant(), row.getTimestamp("until").toInstant(), observed == null ? null : TargetState.of(map(observed)),
                at == null ? null : at.toInstant(), holders(id));
    }

    private List<Lease.Holder> holders(UUID lease) {
        return jdbc.sql("select * from lease_holder where lease = ? order by since, action_run").param(lease)
                .query((row, number) -> new Lease.Holder(new ActionRunId(row.getObject("action_run", UUID.class)), row.getString("playbook_run"),
                        new IncidentId(row.getLong("incident")).toString(), row.getTimestamp("until").toInstant(), row.getString("state")))
                .list();
    }

    private Map<String, String> map(String text) {
        try {
            return json.readValue(text, new TypeReference<TreeMap<String, String>>() { });
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A lease row could not be read", unreadable);
        }
    }

    private String text(TargetState state) {
        return state == null ? null : text(state.attributes());
    }

    private String text(Map<String, String> value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A lease could not be written", unwritable);
        }
    }
}
