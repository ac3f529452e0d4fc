package io.countersign.evidence;

import java.sql.Timestamp;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One INSERT per entry, in the transaction of the change it states. */
@Repository
class JdbcEvidenceLog implements EvidenceLog {

    private final JdbcClient jdbc;
    private final FactsJson facts;
    private final InstantSource clock;

    JdbcEvidenceLog(JdbcClient jdbc, FactsJson facts, InstantSource clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(EvidenceEntry entry) {
        jdbc.sql("""
                insert into evidence (at, kind, actor_kind, actor, owner, incident, playbook_run, action_run, digest, facts)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .param(Timestamp.from(clock.instant()))
                .param(entry.kind().name())
                .param(entry.actor().kind().name())
                .param(entry.actor().id())
                .param(entry.actor().owner())
                .param(entry.incident() == null ? null : entry.incident().number())
                .param(entry.playbookRun() == null ? null : entry.playbookRun().value())
                .param(entry.actionRun() == null ? null : entry.actionRun().value())
                .param(entry.digest())
                .param(facts.write(entry.facts()))
                .update();
    }
}
