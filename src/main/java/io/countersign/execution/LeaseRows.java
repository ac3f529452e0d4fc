package io.countersign.execution;

import io.countersign.connector.TargetState;
import io.countersign.evidence.ActionRunId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of leases and their holders; every write happens under the lock of the lease's row. */
@Repository
class LeaseRows {

    private final JdbcClient jdbc;
    private final LeaseMapper mapper;

    LeaseRows(JdbcClient jdbc, LeaseMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    /** The lease in force on exactly this effect, locked until the transaction ends. */
    Optional<Lease> lockInForce(ActionRunView run) {
        return held(jdbc.sql("""
                select * from lease where connector = ? and action_type = ? and target_kind = ? and target = ? and parameters = ?::jsonb
                and state <> 'RELEASED' for update""")
                .params(run.connector(), run.actionType(), run.target().kind().name(), run.target().value(), mapper.text(run.parameters()))
                .query(mapper).optional());
    }

    Optional<Lease> lock(UUID id) {
        return held(jdbc.sql("select * from lease where id = ? for update").param(id).query(mapper).optional());
    }

    Optional<Lease> find(UUID id) {
        return held(jdbc.sql("select * from lease where id = ?").param(id).query(mapper).optional());
    }

    List<Lease> inForce() {
        return held(jdbc.sql("select * from lease where state <> 'RELEASED' order by (state = 'DRIFTED') desc, until, since").query(mapper).list());
    }

    List<Lease> ofPlaybookRun(String playbookRun) {
        return held(jdbc.sql("select * from lease where id in (select lease from lease_holder where playbook_run = ?) order by since, id")
                .param(playbookRun).query(mapper).list());
    }

    long countInForce() {
        return jdbc.sql("select count(*) from lease where state <> 'RELEASED'").query(Long.class).single();
    }

    /** False when somebody else's lease on the same effect was first. */
    boolean insertPending(UUID id, ActionRunView run, Instant now, Instant until) {
        return jdbc.sql("""
                insert into lease (id, connector, action_type, target_kind, target, parameters, effect_run, sandbox, state, since, until, version)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, 'PENDING', ?, ?, 0) on conflict do nothing""")
                .params(id, run.connector(), run.actionType(), run.target().kind().name(), run.target().value(), mapper.text(run.parameters()),
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
                .params(mapper.text(observed), mapper.text(observed), Timestamp.from(now), lease).query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    /** A lease ends with the last of those that still hold it. */
    void untilOfHolders(UUID lease) {
        jdbc.sql("""
                update lease l set version = version + 1,
                    until = coalesce((select max(h.until) from lease_holder h where h.lease = l.id and h.state <> 'RELEASED'), l.until) where l.id = ?""")
                .param(lease).update();
    }

    /** @throws IllegalStateException when the life of a lease does not allow the move; to stay as it is, is none */
    void state(UUID lease, Lease.State state, TargetState observed, Instant now) {
        int moved = jdbc.sql("""
                update lease set state = ?, observed = coalesce(?::jsonb, observed),
                    observed_at = case when ?::jsonb is null then observed_at else ?::timestamptz end, version = version + 1 where id = ? and state = any (?)""")
                .params(state.name(), mapper.text(observed), mapper.text(observed), Timestamp.from(now), lease,
                        before(Lease.State.values(), from -> from == state || from.mayBecome(state))).update();
        require(moved, "Lease " + lease + " cannot become " + state);
    }

    /** @throws IllegalStateException as above */
    void holder(ActionRunId run, Lease.Hold state, Instant until, Instant ended) {
        int moved = jdbc.sql("update lease_holder set state = ?, until = coalesce(?::timestamptz, until), ended_at = ?::timestamptz where action_run = ? and state = any (?)")
                .params(state.name(), until == null ? null : Timestamp.from(until), ended == null ? null : Timestamp.from(ended), run.value(),
                        before(Lease.Hold.values(), from -> from == state || from.mayBecome(state))).update();
        require(moved, "The hold of action run " + run + " cannot become " + state);
    }

    private static <E extends Enum<E>> String[] before(E[] states, Predicate<E> from) {
        return Stream.of(states).filter(from).map(Enum::name).toArray(String[]::new);
    }

    private static void require(int moved, String otherwise) {
        if (moved != 1) {
            throw new IllegalStateException(otherwise);
        }
    }

    private Optional<Lease> held(Optional<Lease> lease) {
        return lease.map(found -> held(List.of(found)).get(0));
    }

    /** With their holders, as they are after the leases were read, or locked; one statement for all. */
    private List<Lease> held(List<Lease> leases) {
        if (leases.isEmpty()) {
            return leases;
        }
        Map<UUID, List<Lease.Holder>> holders = new HashMap<>();
        jdbc.sql("select * from lease_holder where lease = any (?) order by since, action_run").param(leases.stream().map(Lease::id).toArray(UUID[]::new))
                .query(row -> {
                    holders.computeIfAbsent(row.getObject("lease", UUID.class), id -> new ArrayList<>()).add(LeaseMapper.holder(row));
                });
        return leases.stream().map(lease -> lease.heldBy(holders.getOrDefault(lease.id(), List.of()))).toList();
    }
}
