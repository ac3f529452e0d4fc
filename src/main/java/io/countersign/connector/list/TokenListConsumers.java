package io.countersign.connector.list;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Consumers with a random token of 256 bits each: too long to guess, so a plain hash keeps and finds it, and no throttle is needed. */
@Service
class TokenListConsumers implements ListConsumers {

    /** By it, scanners find a token that was published by mistake. */
    private static final String PREFIX = "countersign_list_";
    private static final int LENGTH = PREFIX.length() + 43;

    private final StringKeyGenerator secrets = new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);
    private final JdbcClient jdbc;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    TokenListConsumers(JdbcClient jdbc, EvidenceLog evidence, InstantSource clock) {
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    @Transactional
    public ListConsumer.Issued create(String name, Actor by) {
        ListConsumer consumer = new ListConsumer(name, clock.instant(), null);
        ListConsumer.Issued issued = issue(name);
        try {
            jdbc.sql("insert into list_consumer (name, token_sha256, created_at) values (?, ?, ?)")
                    .params(name, hash(issued.token()), Timestamp.from(consumer.createdAt())).update();
        } catch (DuplicateKeyException taken) {
            throw new IllegalArgumentException("There is a consumer '" + name + "' already; rotate its token instead.", taken);
        }
        record(name, "created", by);
        return issued;
    }

    @Override
    @Transactional
    public ListConsumer.Issued rotate(String name, Actor by) {
        ListConsumer.Issued issued = issue(name);
        change(name, jdbc.sql("update list_consumer set token_sha256 = ?, revoked_at = null where name = ?").params(hash(issued.token()), name).update());
        record(name, "token rotated", by);
        return issued;
    }

    @Override
    @Transactional
    public void revoke(String name, Actor by) {
        change(name, jdbc.sql("update list_consumer set revoked_at = coalesce(revoked_at, ?) where name = ?")
                .params(Timestamp.from(clock.instant()), name).update());
        record(name, "token revoked", by);
    }

    @Override
    public List<ListConsumer> all() {
        return jdbc.sql("select * from list_consumer order by name").query(TokenListConsumers::consumer).list();
    }

    @Override
    public Optional<ListConsumer> authenticate(String name, String token) {
        if (token == null || token.length() != LENGTH) {
            return Optional.empty();
        }
        return jdbc.sql("select * from list_consumer where token_sha256 = ? and revoked_at is null").param(hash(token))
                .query(TokenListConsumers::consumer).optional().filter(found -> name == null || name.equals(found.name()));
    }

    private ListConsumer.Issued issue(String name) {
        return new ListConsumer.Issued(name, PREFIX + secrets.generateKey());
    }

    private static void change(String name, int rows) {
        if (rows == 0) {
            throw new UnknownListConsumer(name);
        }
    }

    private void record(String name, String what, Actor by) {
        evidence.append(EvidenceEntry.of(EvidenceKind.DIRECTORY_CHANGED, by).with("what", "list consumer " + what).with("consumer", name));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private static ListConsumer consumer(ResultSet row, int number) throws SQLException {
        Timestamp revoked = row.getTimestamp("revoked_at");
        return new ListConsumer(row.getString("name"), row.getTimestamp("created_at").toInstant(), revoked == null ? null : revoked.toInstant());
    }
}
