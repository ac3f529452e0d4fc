package io.countersign.stop;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.people.People;
import io.countersign.people.Role;
import io.countersign.stop.StopRefused.Because;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What only pretends. To begin it takes a governor or an administrator; to end it, which lets effects happen again, a governor. */
@Service
@Transactional
public class DryRuns {

    /** How it stands with an action. */
    public enum Mode {
        /** It takes effect. */
        REAL,
        /** It is only pretended. */
        PRETENDED,
        /** It would be real now, and was only to be pretended since it was decided on: people may have agreed because of that. */
        WAS_PRETENDED
    }

    private static final int SHORTEST = 10;

    private static final long PATIENCE_MILLIS = 2000;
    /** PostgreSQL's code for a lock that did not come in time; Spring has no name for it. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final JdbcClient jdbc;
    private final StopTable effects;
    private final KnownNames known;
    private final People people;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    DryRuns(JdbcClient jdbc, StopTable effects, KnownNames known, People people, EvidenceLog evidence, InstantSource clock) {
        this.jdbc = jdbc;
        this.effects = effects;
        this.known = known;
        this.people = people;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** The longest first. */
    @Transactional(readOnly = true)
    public List<DryRun> inForce() {
        return jdbc.sql("select * from dry_run where ended_at is null order by id").query(DryRuns::read).list();
    }

    /** The one because of which this is only pretended now. */
    @Transactional(readOnly = true)
    public Optional<DryRun> of(Deed deed) {
        return inForce().stream().filter(run -> run.scope().covers(deed)).findFirst();
    }

    /** How it stands with something that was decided on then: one look, so that nothing becomes real between two. */
    @Transactional(readOnly = true)
    public Mode mode(Deed deed, Instant decided) {
        List<DryRun> since = jdbc.sql("select * from dry_run where ended_at is null or ended_at > ?").param(Timestamp.from(decided)).query(DryRuns::read).list().stream()
                .filter(run -> run.scope().covers(deed)).toList();
        return since.isEmpty() ? Mode.REAL : since.stream().anyMatch(run -> run.endedAt() == null) ? Mode.PRETENDED : Mode.WAS_PRETENDED;
    }

    /** @throws StopRefused if the person may not, gave no reasons, there is no such playbook or connector, or an effect is being begun for too long; nothing changes where it pretends already */
    public void begin(StopScope scope, String reason, String person) {
        require(may(person, Role.GOVERNOR) || may(person, Role.ADMINISTRATOR), "A dry run is begun by a governor or an administrator.");
        String why = StopRefused.reason(reason, SHORTEST);
        if (scope.kind() != StopScope.Kind.PLAYBOOK && scope.kind() != StopScope.Kind.CONNECTOR) {
            throw new StopRefused(Because.UNKNOWN, "A dry run is of one playbook or one product.");
        }
        known.require(scope);
        waitForEffectsThatAreBegun();
        int begun = jdbc.sql("""
                insert into dry_run (scope, name, begun_by, reason, begun_at) values (?, ?, ?, ?, ?)
                on conflict (scope, name) where ended_at is null do nothing""")
                .params(scope.kind().name(), scope.name(), person, why, Timestamp.from(clock.instant())).update();
        if (begun == 1) {
            evidence.append(entry(EvidenceKind.DRY_RUN_BEGUN, scope, person, why));
        }
    }

    /** @throws StopRefused if the person may not, gave no reasons, or it is over already */
    public void end(long id, String reason, String person) {
        require(may(person, Role.GOVERNOR), "A dry run is ended by a governor: from then on effects are real.");
        String why = StopRefused.reason(reason, SHORTEST);
        DryRun run = jdbc.sql("select * from dry_run where id = ? and ended_at is null for update").param(id).query(DryRuns::read).optional()
                .orElseThrow(() -> new StopRefused(Because.NOT_WAITING, "There is no such dry run, or it is over already."));
        jdbc.sql("update dry_run set ended_by = ?, end_reason = ?, ended_at = ? where id = ?").params(person, why, Timestamp.from(clock.instant()), id).update();
        evidence.append(entry(EvidenceKind.DRY_RUN_ENDED, run.scope(), person, why).with("begunBy", run.begunBy()));
    }

    /** So that nothing real is begun any more once this has committed. */
    private void waitForEffectsThatAreBegun() {
        try {
            effects.alone(PATIENCE_MILLIS);
        } catch (UncategorizedSQLException failed) {
            if (!LOCK_NOT_AVAILABLE.equals(failed.getSQLException().getSQLState())) {
                throw failed;
            }
            throw new StopRefused(Because.NOT_WAITING, "An effect is being begun at this moment, so the dry run could not begin. Begin it again.");
        }
    }

    private boolean may(String person, Role role) {
        return people.find(person).filter(found -> found.mayAct(role)).isPresent();
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw new StopRefused(Because.NOT_ALLOWED, otherwise);
        }
    }

    private static EvidenceEntry entry(EvidenceKind kind, StopScope scope, String person, String reason) {
        return EvidenceEntry.of(kind, Actor.person(person)).with("scope", scope.kind().name()).with("name", scope.name()).with("reason", reason);
    }

    private static DryRun read(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new DryRun(row.getLong("id"), new StopScope(StopScope.Kind.valueOf(row.getString("scope")), row.getString("name")), row.getString("begun_by"),
                row.getString("reason"), row.getTimestamp("begun_at").toInstant(), ended == null ? null : ended.toInstant());
    }
}
