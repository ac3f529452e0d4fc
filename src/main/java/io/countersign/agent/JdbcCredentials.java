package io.countersign.agent;

import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of credentials. Each of the two changes checks the agent and writes in one statement, so nothing can come between. */
@Repository
class JdbcCredentials {

    private final JdbcClient jdbc;

    JdbcCredentials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the agent's owner; empty when nothing was written because the agent may not */
    Optional<String> issue(CredentialClaims claims, CredentialGrant grant, String actionType) {
        return jdbc.sql("""
                insert into credential (id, verb, digest, target_kind, target, connector, agent, owner, action_run, playbook_run, incident,
                    issued_at, expires_at)
                select ?, ?, ?, ?, ?, ?, a.id, a.owner, ?, ?, ?, ?, ? from agent a
                where a.id = ? and (? = 'UNDO' or (a.status = 'ACTIVE' and a.ends_at > ?
                    and exists (select 1 from agent_action_type t where t.agent = a.id and t.action_type = ?)))
                returning owner""")
                .params(claims.id(), claims.verb().name(), claims.digest().hex(), claims.target().kind().name(), claims.target().value(),
                        claims.connector(), grant.actionRun().value(), grant.playbookRun().value(), grant.incident().number(),
                        Timestamp.from(claims.issuedAt()), Timestamp.from(claims.expiresAt()), claims.agent(), claims.verb().name(),
                        Timestamp.from(claims.issuedAt()), actionType)
                .query(String.class).optional();
    }

    /** Uses the credential up. Of two tries at once the second waits for the first and then finds nothing. */
    Optional<Used> use(CredentialClaims claims, Instant now) {
        return jdbc.sql("""
                update credential c set used_at = ?
                where c.id = ? and c.used_at is null and c.revoked_at is null and c.expires_at > ? and c.verb = ? and c.digest = ? and c.target_kind = ? and c.target = ?
                    and c.connector = ? and c.agent = ?
                    and (c.verb = 'UNDO' or exists (select 1 from agent a where a.id = c.agent and a.status = 'ACTIVE' and a.ends_at > ?))
                returning c.owner, c.action_run, c.playbook_run, c.incident""")
                .params(Timestamp.from(now), claims.id(), Timestamp.from(now), claims.verb().name(), claims.digest().hex(),
                        claims.target().kind().name(), claims.target().value(), claims.connector(), claims.agent(), Timestamp.from(now))
                .query(JdbcCredentials::used).optional();
    }

    /** How the row ended, empty if there is none; for saying why a use was refused. */
    Optional<Ended> ended(UUID id) {
        return jdbc.sql("select case when used_at is not null then 'USED' when revoked_at is not null then 'REVOKED' else 'NOT_YET' end from credential where id = ?")
                .param(id).query(String.class).optional().map(Ended::valueOf);
    }

    /** Revokes what this run of an action was given to act with and has not used. @return for whom that was, empty if there was nothing */
    List<Revoked> revoke(ActionRunId run, Instant now) {
        return jdbc.sql("""
                update credential set revoked_at = ? where action_run = ? and verb = 'ACT' and used_at is null and revoked_at is null
                returning agent, owner, action_run, playbook_run, incident""")
                .params(Timestamp.from(now), run.value()).query((row, index) -> new Revoked(row.getString("agent"), used(row, index))).list();
    }

    private static Used used(ResultSet row, int index) throws SQLException {
        return new Used(row.getString("owner"), new ActionRunId(row.getObject("action_run", UUID.class)),
                new PlaybookRunId(row.getString("playbook_run")), new IncidentId(row.getLong("incident")));
    }

    /** The ways in which a credential ends. */
    enum Ended { USED, REVOKED, NOT_YET }

    /** What a revoked credential was minted for. */
    record Revoked(String agent, Used grant) {
    }

    /** What a credential was minted for. */
    record Used(String owner, ActionRunId actionRun, PlaybookRunId playbookRun, IncidentId incident) {
    }
}
