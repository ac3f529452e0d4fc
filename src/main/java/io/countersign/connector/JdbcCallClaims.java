package io.countersign.connector;

import io.countersign.agent.Credential;
import io.countersign.agent.CredentialGrant;
import io.countersign.agent.CredentialVerifier;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Claims as append-only rows whose primary key is the idempotency key. */
@Repository
class JdbcCallClaims implements CallClaims {

    private final JdbcClient jdbc;
    private final CredentialVerifier verifier;
    private final InstantSource clock;

    JdbcCallClaims(JdbcClient jdbc, CredentialVerifier verifier, InstantSource clock) {
        this.jdbc = jdbc;
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean claim(String connector, ConnectorCall call, boolean changes, Credential credential) {
        verifier.redeem(credential, CredentialGrant.Verb.ACT, connector, call.digest(), call.target());
        return jdbc.sql("""
                insert into connector_call (connector, action_run, action_type, changes, claimed_at)
                values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(connector, call.actionRun().value(), call.actionType(), changes, Timestamp.from(clock.instant()))
                .update() == 1;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void answered(String connector, ConnectorCall call) {
        jdbc.sql("insert into connector_answer (connector, action_run, answered_at) values (?, ?, ?) on conflict do nothing")
                .params(connector, call.actionRun().value(), Timestamp.from(clock.instant())).update();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayStillArrive(String connector, ConnectorCall call, Duration within) {
        return jdbc.sql("""
                select exists (select 1 from connector_call c where c.connector = ? and c.action_run = ? and c.changes and c.claimed_at > ?
                    and not exists (select 1 from connector_answer a where a.connector = c.connector and a.action_run = c.action_run))""")
                .params(connector, call.actionRun().value(), Timestamp.from(clock.instant().minus(within))).query(Boolean.class).single();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayHaveChanged(String connector, ConnectorCall call) {
        return jdbc.sql("select exists (select 1 from connector_call where connector = ? and action_run = ? and changes)")
                .params(connector, call.actionRun().value()).query(Boolean.class).single();
    }
}
