package io.countersign.playbook;

import io.countersign.evidence.PlaybookRunId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Where the books and the engine differ: open runs whose process instance is gone, or stands still because somebody suspended it. One statement each, so nothing comes between. */
@Repository
@Transactional(readOnly = true)
class EngineGaps {

    private final JdbcClient jdbc;

    EngineGaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PlaybookRunId> gone() {
        return runs("select r.id from playbook_run r where r.state <> 'ENDED' and not exists (select 1 from act_ru_execution e where e.id_ = r.id)");
    }

    /** Those with a suspended instance, or a suspended timer or job. */
    List<PlaybookRunId> suspended() {
        return runs("""
                select r.id from playbook_run r where r.state <> 'ENDED'
                and (exists (select 1 from act_ru_execution e where e.id_ = r.id and e.suspension_state_ <> 1)
                    or exists (select 1 from act_ru_job j where j.process_instance_id_ = r.id and j.suspension_state_ <> 1))""");
    }

    private List<PlaybookRunId> runs(String sql) {
        return jdbc.sql(sql).query(String.class).list().stream().map(PlaybookRunId::new).toList();
    }
}
