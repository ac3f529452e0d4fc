package io.countersign.connector.list;

import io.countersign.action.Target;
import io.countersign.connector.Holding;
import io.countersign.connector.TargetState;
import io.countersign.evidence.ActionRunId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the lists. The table itself gives each change its version and refuses what is not one line; every owner of an entry has a row of their own. */
@Repository
class ListRows {

    private static final String SERVED = "removed_at is null and (serve_until is null or serve_until > :now)";

    private final JdbcClient jdbc;

    ListRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param onIt whether its entry is still served for this owner's sake */
    record Own(String value, boolean onIt) {
    }

    /** Nobody else changes the list until the transaction ends. */
    void lock(ListKind list) {
        jdbc.sql("select version from list_state where list = ? for update").param(list.name()).query(Long.class).single();
    }

    Optional<Own> of(ActionRunId run) {
        return jdbc.sql("select value, removed_at is null as on_it from list_entry where action_run = ?").param(run.value())
                .query((row, n) -> new Own(row.getString("value"), row.getBoolean("on_it"))).optional();
    }

    boolean serves(ListKind list, String value, Instant now) {
        return jdbc.sql("select exists (select 1 from list_entry where list = :list and value = :value and " + SERVED + ")")
                .param("list", list.name()).param("value", value).param("now", Timestamp.from(now)).query(Boolean.class).single();
    }

    int count(ListKind list, Instant now) {
        return jdbc.sql("select count(distinct value) from list_entry where list = :list and " + SERVED)
                .param("list", list.name()).param("now", Timestamp.from(now)).query(Integer.class).single();
    }

    void add(ListKind list, String value, ActionRunId run, Target target, Instant now, Instant until) {
        jdbc.sql("insert into list_entry (list, value, action_run, target, added_at, serve_until) values (?, ?, ?, ?, ?, ?)")
                .params(list.name(), value, run.value(), target.value(), Timestamp.from(now), Timestamp.from(until)).update();
    }

    void takeOff(ActionRunId run, Instant now) {
        jdbc.sql("update list_entry set removed_at = ? where action_run = ? and removed_at is null").params(Timestamp.from(now), run.value()).update();
    }

    /** Uses the key up, so that an order of this run that comes late finds it used. */
    void callOff(ListKind list, String value, ActionRunId run, Target target, Instant now) {
        jdbc.sql("insert into list_entry (list, value, action_run, target, added_at, removed_at) values (?, ?, ?, ?, ?, ?)")
                .params(list.name(), value, run.value(), target.value(), Timestamp.from(now), Timestamp.from(now)).update();
    }

    /** Entries that are served for the sake of action runs. */
    List<Holding> holdings(Instant now) {
        return jdbc.sql("select action_run, list, target, value from list_entry where action_run is not null and " + SERVED + " order by id")
                .param("now", Timestamp.from(now)).query((row, n) -> {
                    ListKind list = ListKind.valueOf(row.getString("list"));
                    return new Holding(new ActionRunId(row.getObject("action_run", UUID.class)), list.actionType(), new Target(list.target(), row.getString("target")),
                            TargetState.of(Map.of("entry", row.getString("value"), "listed", "yes")));
                }).list();
    }
}
