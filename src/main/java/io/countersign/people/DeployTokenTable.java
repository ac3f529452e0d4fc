package io.countersign.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of deploy tokens. */
@Component
class DeployTokenTable {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    DeployTokenTable(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(DeployToken token, byte[] hash) {
        jdbc.sql("insert into deploy_token (id, username, name, token_sha256, created_at, expires_at) values (?, ?, ?, ?, ?, ?)")
                .params(token.id(), token.username(), token.name(), hash, Timestamp.from(token.createdAt()), Timestamp.from(token.expiresAt())).update();
    }

    List<DeployToken> of(String username) {
        return jdbc.sql("select * from deploy_token where username = ? order by created_at desc, id").param(username).query(DeployTokenTable::token).list();
    }

    Optional<DeployToken> find(byte[] hash) {
        return jdbc.sql("select * from deploy_token where token_sha256 = ?").param(hash).query(DeployTokenTable::token).optional();
    }

    boolean makeVoid(String username, UUID id) {
        return jdbc.sql("update deploy_token set voided_at = coalesce(voided_at, ?) where username = ? and id = ?")
                .params(Timestamp.from(clock.instant()), username, id).update() == 1;
    }

    void makeAllVoid(String username) {
        jdbc.sql("update deploy_token set voided_at = ? where username = ? and voided_at is null").params(Timestamp.from(clock.instant()), username).update();
    }

    private static DeployToken token(ResultSet row, int number) throws SQLException {
        return new DeployToken(row.getObject("id", UUID.class), row.getString("username"), row.getString("name"), instant(row, "created_at"),
                instant(row, "expires_at"), instant(row, "voided_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
