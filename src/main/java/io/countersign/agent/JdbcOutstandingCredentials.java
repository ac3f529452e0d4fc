package io.countersign.agent;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import java.sql.Timestamp;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Revokes rows of credentials. The row itself is changed, so that a use at the same moment waits and then sees it. */
@Repository
@Transactional
class JdbcOutstandingCredentials implements OutstandingCredentials {

    private static final String OUTSTANDING = "agent = ? and verb = 'ACT' and used_at is null and revoked_at is null and expires_at > ?";

    private final JdbcClient jdbc;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    JdbcOutstandingCredentials(JdbcClient jdbc, EvidenceLog evidence, InstantSource clock) {
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public int of(String agent) {
        return jdbc.sql("select count(*) from credential where " + OUTSTANDING).params(agent, now()).query(Integer.class).single();
    }

    @Override
    public int revoke(String agent, String reason, Actor by) {
        int revoked = jdbc.sql("update credential set revoked_at = ? where " + OUTSTANDING).params(now(), agent, now()).update();
        evidence.append(EvidenceEntry.of(EvidenceKind.CREDENTIAL_REVOKED, by).with("agent", agent).with("credentials", revoked).with("reason", reason));
        return revoked;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
