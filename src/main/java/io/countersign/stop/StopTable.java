package io.countersign.stop;

import io.countersign.evidence.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of stops, and the lock that effects share and that pressing takes alone. */
@Repository
class StopTable {

    private static final String LOCK = "hashtext('countersign-stop')";
    private static final String ORDER = " order by case scope when 'EVERYTHING' then 0 else 1 end, id";

    private final JdbcClient jdbc;

    StopTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Held until the transaction ends, by as many as like; while anybody holds it nobody presses. */
    void share() {
        jdbc.sql("select pg_advisory_xact_lock_shared(" + LOCK + ")").query(row -> { });
    }

    /** Waits for those who share. @throws org.springframework.dao.DataAccessException if that takes longer; the transaction is then lost */
    void alone(long atMostMillis) {
        jdbc.sql("select set_config('lock_timeout', ?, true)").param(atMostMillis + "ms").query(String.class).single();
        jdbc.sql("select pg_advisory_xact_lock(" + LOCK + ")").query(row -> { });
    }

    /** Nothing if there is one already. */
    void insert(StopScope scope, Actor by, String reason, Instant at) {
        jdbc.sql("""
                insert into stop (scope, name, pressed_kind, pressed_by, reason, pressed_at) values (?, ?, ?, ?, ?, ?)
                on conflict (scope, name) where lifted_at is null do nothing""")
                .params(scope.kind().name(), scope.name(), by.kind().name(), by.id(), reason, Timestamp.from(at)).update();
    }

    List<Stop> inForce() {
        return jdbc.sql("select * from stop where lifted_at is null" + ORDER).query(StopTable::read).list();
    }

    List<Stop> latest(int most) {
        return jdbc.sql("select * from stop order by id desc limit ?").param(most).query(StopTable::read).list();
    }

    Optional<Stop> find(long id) {
        return jdbc.sql("select * from stop where id = ?").param(id).query(StopTable::read).optional();
    }

    /** Locked until the transaction ends. */
    Optional<Stop> lock(long id) {
        return jdbc.sql("select * from stop where id = ? for update").param(id).query(StopTable::read).optional();
    }

    Optional<Stop> lock(StopScope scope) {
        return jdbc.sql("select * from stop where scope = ? and name = ? and lifted_at is null for update").params(scope.kind().name(), scope.name())
                .query(StopTable::read).optional();
    }

    /** @param word null: nobody asks any more */
    void asked(long id, Stop.Word word) {
        jdbc.sql("update stop set asked_by = ?, asked_reason = ?, asked_at = ? where id = ?")
                .param(word == null ? null : word.person()).param(word == null ? null : word.reason()).param(word == null ? null : Timestamp.from(word.at()))
                .param(id).update();
    }

    void lifted(long id, Stop.Word word) {
        jdbc.sql("update stop set lifted_by = ?, lifted_reason = ?, lifted_at = ? where id = ?")
                .params(word.person(), word.reason(), Timestamp.from(word.at()), id).update();
    }

    private static Stop read(ResultSet row, int number) throws SQLException {
        Actor by = Actor.Kind.valueOf(row.getString("pressed_kind")) == Actor.Kind.PERSON ? Actor.person(row.getString("pressed_by"))
                : Actor.system(row.getString("pressed_by"));
        return new Stop(row.getLong("id"), new StopScope(StopScope.Kind.valueOf(row.getString("scope")), row.getString("name")), by, row.getString("reason"),
                row.getTimestamp("pressed_at").toInstant(), word(row, "asked"), word(row, "lifted"));
    }

    private static Optional<Stop.Word> word(ResultSet row, String of) throws SQLException {
        Timestamp at = row.getTimestamp(of + "_at");
        return at == null ? Optional.empty() : Optional.of(new Stop.Word(row.getString(of + "_by"), row.getString(of + "_reason"), at.toInstant()));
    }
}
