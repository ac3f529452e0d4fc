package io.countersign.agent;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which credentials were minted for an agent. */
@Repository
public class MintedCredentials {

    private final JdbcClient jdbc;

    MintedCredentials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public List<MintedCredential> ofAgent(String agent, int limit) {
        return jdbc.sql("""
                select id, verb, digest, target_kind, target, connector, incident, issued_at, expires_at, used_at, revoked_at
                from credential where agent = ? order by issued_at desc limit ?""")
                .params(agent, limit).query(MintedCredential.class).list();
    }
}
