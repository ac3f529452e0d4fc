package io.countersign.execution;

import io.countersign.action.ActionDigest;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.policy.Assessment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which actions wait behind which stop. A run that is taken back meanwhile, or ended, waits no more. */
@Repository
@Transactional(readOnly = true)
public class HeldActions {

    private static final String WAITING = """
            from held_action h join assessment a on a.digest = h.digest join playbook_run r on r.id = h.playbook_run
            where h.over_at is null and r.state = 'RUNNING' and r.rollback_by is null""";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    HeldActions(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The longest waiting first. */
    public List<HeldAction> waiting(int most) {
        return jdbc.sql("select h.*, a.incident, a.action_type, a.target_kind, a.target " + WAITING + " order by h.since, h.digest limit ?").param(most)
                .query(HeldActions::read).list();
    }

    /** All that this stop was seen to hold back. */
    public List<HeldAction> behind(long stop) {
        return jdbc.sql("select h.*, a.incident, a.action_type, a.target_kind, a.target " + WAITING + " and h.stop = ? order by h.since, h.digest").param(stop)
                .query(HeldActions::read).list();
    }

    public long count() {
        return jdbc.sql("select count(*) " + WAITING).query(Long.class).single();
    }

    /** @return false if it is known already that this stop holds it */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean hold(Assessment assessment, long stop) {
        return jdbc.sql("""
                insert into held_action (digest, stop, playbook_run, activity, since) values (?, ?, ?, ?, ?)
                on conflict (digest) do update set stop = excluded.stop where held_action.stop <> excluded.stop""")
                .params(assessment.digest().hex(), stop, assessment.request().playbookRun().value(), assessment.request().activity(),
                        Timestamp.from(clock.instant())).update() == 1;
    }

    /** It waits no more. @return whether it did */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean over(ActionDigest digest) {
        return jdbc.sql("update held_action set over_at = ? where digest = ? and over_at is null").params(Timestamp.from(clock.instant()), digest.hex()).update() == 1;
    }

    private static HeldAction read(ResultSet row, int number) throws SQLException {
        return new HeldAction(new PlaybookRunId(row.getString("playbook_run")), new IncidentId(row.getLong("incident")), row.getString("activity"),
                row.getString("action_type"), new Target(TargetKind.valueOf(row.getString("target_kind")), row.getString("target")), row.getLong("stop"),
                row.getTimestamp("since").toInstant());
    }
}
