package io.countersign.execution;

import io.countersign.evidence.PlaybookRunId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which runs take back what others left, and which runs left something that nobody takes back. */
@Repository
@Transactional(readOnly = true)
public class ReverseRuns {

    private final JdbcClient jdbc;

    ReverseRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that takes this run back at present. */
    public Optional<PlaybookRun> open(PlaybookRunId run) {
        return jdbc.sql("select * from playbook_run where reverses = ? and state <> 'ENDED'").param(run.value()).query(PlaybookRuns::read).optional();
    }

    /** Newest first. */
    public List<PlaybookRun> of(PlaybookRunId run) {
        return jdbc.sql("select * from playbook_run where reverses = ? order by started_at desc, id").param(run.value()).query(PlaybookRuns::read).list();
    }

    /**
     * Runs that are over, whose effects are not back and which no run takes back: those that still hold a lease, those with
     * an effect of which the ledger does not say what became of it, and those that were cut off with something left. Longest ago first.
     * Looked for among the little that is not over, so that it costs the same however many runs there were.
     */
    public List<PlaybookRunId> leftBehind(int most) {
        return jdbc.sql("""
                with left_something as (
                    select h.playbook_run as id from lease l join lease_holder h on h.lease = l.id where l.state <> 'RELEASED' and h.state <> 'RELEASED'
                    union
                    select t.id from (
                        select a.playbook_run as id from action_run a where a.state in ('PREPARED', 'EXECUTING', 'SUCCEEDED', 'FAILED')
                        union
                        select c.id from playbook_run c where c.cut_off and exists (select 1 from action_run a where a.playbook_run = c.id
                            and a.state not in ('NOT_APPLIED', 'DRY_RUN', 'HANDED_OVER', 'RESTORED') and (a.ours or a.state <> 'CONFIRMED'))) t
                    where not exists (select 1 from playbook_run v where v.reverses = t.id and v.state = 'ENDED' and not v.cut_off))
                select r.id from left_something s join playbook_run r on r.id = s.id
                where r.state = 'ENDED' and r.reverses is null and not exists (select 1 from playbook_run v where v.reverses = r.id and v.state <> 'ENDED')
                order by r.ended_at, r.id limit ?""")
                .param(most).query(String.class).list().stream().map(PlaybookRunId::new).toList();
    }
}
