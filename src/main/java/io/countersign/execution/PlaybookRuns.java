package io.countersign.execution;

import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The runs of playbooks. Its row is the gate that a new effect and a rollback of the same run pass one after the other. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class PlaybookRuns {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    PlaybookRuns(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    public void open(PlaybookRun run) {
        jdbc.sql("""
                insert into playbook_run (id, incident, playbook, playbook_version, definition, started_by_kind, started_by, reason, state, started_at,
                    reverses)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?)""")
                .params(run.id().value(), run.incident().number(), run.playbook(), run.version(), run.definition(), run.startedByKind(), run.startedBy(),
                        run.reason(), Timestamp.from(run.startedAt()), run.reverses() == null ? null : run.reverses().value())
                .update();
    }

    /** Whether the playbook already works the incident; locks nothing, the unique index decides a race. */
    public boolean isOpen(IncidentId incident, String playbook) {
        return jdbc.sql("select count(*) from playbook_run where incident = ? and playbook = ? and state <> 'ENDED'")
                .params(incident.number(), playbook).query(Integer.class).single() > 0;
    }

    /** Whether the playbook worked the incident and ended after this time. */
    public boolean endedSince(IncidentId incident, String playbook, Instant since) {
        return jdbc.sql("select count(*) from playbook_run where incident = ? and playbook = ? and ended_at > ?")
                .params(incident.number(), playbook, Timestamp.from(since)).query(Integer.class).single() > 0;
    }

    /** The run, locked until the transaction ends. */
    public Optional<PlaybookRun> lock(PlaybookRunId id) {
        return jdbc.sql("select * from playbook_run where id = ? for update").param(id.value()).query(PlaybookRuns::read).optional();
    }

    /** From now on the run gets no new effect. One that is rolled back stays as it is. @throws IllegalStateException when it is over, or unknown */
    public void rollBack(PlaybookRunId id, String by, String reason, Instant at) {
        int moved = jdbc.sql("update playbook_run set state = 'ROLLING_BACK', rollback_by = ?, rollback_reason = ?, rollback_requested_at = ? where id = ? and state = any (?)")
                .params(by, reason, Timestamp.from(at), id.value(), before(PlaybookRun.State.ROLLING_BACK)).update();
        if (moved == 0 && find(id).filter(run -> run.state() == PlaybookRun.State.ROLLING_BACK).isEmpty()) {
            throw new IllegalStateException("Run " + id + " is over, or unknown, and cannot be rolled back");
        }
    }

    private static String[] before(PlaybookRun.State next) {
        return Stream.of(PlaybookRun.State.values()).filter(from -> from.mayBecome(next)).map(Enum::name).toArray(String[]::new);
    }

    /** The run goes on by another version of its playbook. */
    public void move(PlaybookRunId id, int version, String definition) {
        jdbc.sql("update playbook_run set playbook_version = ?, definition = ? where id = ? and state = 'RUNNING'").params(version, definition, id.value()).update();
    }

    /** @param cutOff whether its process instance went away without having come to an end event */
    public void end(PlaybookRunId id, String outcome, boolean cutOff, Instant at) {
        jdbc.sql("update playbook_run set state = 'ENDED', outcome = ?, cut_off = ?, ended_at = ? where id = ? and state = any (?)")
                .params(outcome, cutOff, Timestamp.from(at), id.value(), before(PlaybookRun.State.ENDED)).update();
        events.publishEvent(new PlaybookRunEnded(id, outcome, cutOff));
    }

    @Transactional(readOnly = true)
    public Optional<PlaybookRun> find(PlaybookRunId id) {
        return jdbc.sql("select * from playbook_run where id = ?").param(id.value()).query(PlaybookRuns::read).optional();
    }

    @Transactional(readOnly = true)
    public List<PlaybookRun> ofIncident(IncidentId incident) {
        return jdbc.sql("select * from playbook_run where incident = ? order by started_at, id").param(incident.number()).query(PlaybookRuns::read).list();
    }

    /** Those of one playbook that have not ended, oldest first. */
    @Transactional(readOnly = true)
    public List<PlaybookRun> open(String playbook) {
        return jdbc.sql("select * from playbook_run where playbook = ? and state <> 'ENDED' order by started_at, id").param(playbook).query(PlaybookRuns::read).list();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<PlaybookRun> list(int offset, int limit) {
        return jdbc.sql("select * from playbook_run order by started_at desc, id offset ? limit ?").params(offset, limit).query(PlaybookRuns::read).list();
    }

    /** One row of {@code playbook_run}. */
    public static PlaybookRun read(ResultSet row, int number) throws SQLException {
        return new PlaybookRun(new PlaybookRunId(row.getString("id")), new IncidentId(row.getLong("incident")), row.getString("playbook"),
                row.getInt("playbook_version"), row.getString("definition"), row.getString("started_by_kind"), row.getString("started_by"),
                row.getString("reason"), PlaybookRun.State.valueOf(row.getString("state")), row.getString("outcome"),
                row.getTimestamp("started_at").toInstant(), instant(row, "ended_at"), row.getString("rollback_by"), row.getString("rollback_reason"),
                instant(row, "rollback_requested_at"), reverses(row), row.getBoolean("cut_off"));
    }

    private static PlaybookRunId reverses(ResultSet row) throws SQLException {
        String run = row.getString("reverses");
        return run == null ? null : new PlaybookRunId(run);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
