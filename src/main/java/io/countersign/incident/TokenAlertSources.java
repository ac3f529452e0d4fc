package io.countersign.incident;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.incident.intake.AlertReader;
import io.countersign.incident.intake.ContentId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sources with a random token of 256 bits each: too long to guess, so a plain hash keeps it. */
@Service
class TokenAlertSources implements AlertSources {

    private static final int LONGEST_TOKEN = 128;

    private final StringKeyGenerator tokens = new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);
    private final JdbcClient jdbc;
    private final AlertReader reader;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    TokenAlertSources(JdbcClient jdbc, AlertReader reader, EvidenceLog evidence, InstantSource clock) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    @Transactional
    public IssuedToken create(String name, String format, Actor by) {
        if (!formats().contains(String.valueOf(format))) {
            throw new IllegalArgumentException("There is no alert format '" + format + "'; there are " + formats() + ".");
        }
        AlertSource source = new AlertSource(name, format, clock.instant(), null);
        IssuedToken issued = new IssuedToken(name, tokens.generateKey());
        try {
            jdbc.sql("insert into alert_source (name, format, token_sha256, created_at) values (?, ?, ?, ?)")
                    .params(name, format, hash(issued.token()), Timestamp.from(source.createdAt())).update();
        } catch (DuplicateKeyException taken) {
            throw new IllegalArgumentException("There is an alert source '" + name + "' already; rotate its token instead.", taken);
        }
        record(name, "created", by);
        return issued;
    }

    @Override
    @Transactional
    public IssuedToken rotate(String name, Actor by) {
        IssuedToken issued = new IssuedToken(name, tokens.generateKey());
        change(name, jdbc.sql("update alert_source set token_sha256 = ?, revoked_at = null where name = ?").params(hash(issued.token()), name).update());
        record(name, "token rotated", by);
        return issued;
    }

    @Override
    @Transactional
    public void revoke(String name, Actor by) {
        change(name, jdbc.sql("update alert_source set revoked_at = coalesce(revoked_at, ?) where name = ?")
                .params(Timestamp.from(clock.instant()), name).update());
        record(name, "token revoked", by);
    }

    @Override
    public List<AlertSource> all() {
        return jdbc.sql("select * from alert_source order by name").query(TokenAlertSources::source).list();
    }

    @Override
    public Set<String> formats() {
        return reader.formats();
    }

    @Override
    public Optional<AlertSource> authenticate(String name, String token) {
        if (token == null || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        byte[] offered = hash(token);
        return jdbc.sql("select * from alert_source where name = ? and revoked_at is null").param(name)
                .query((row, number) -> MessageDigest.isEqual(row.getBytes("token_sha256"), offered) ? Optional.of(source(row, number))
                        : Optional.<AlertSource>empty())
                .optional().flatMap(found -> found);
    }

    private static void change(String name, int rows) {
        if (rows == 0) {
            throw new UnknownAlertSource(name);
        }
    }

    private void record(String name, String what, Actor by) {
        evidence.append(EvidenceEntry.of(EvidenceKind.DIRECTORY_CHANGED, by).with("what", "alert source " + what).with("source", name));
    }

    private static byte[] hash(String token) {
        return ContentId.sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    private static AlertSource source(ResultSet row, int number) throws SQLException {
        Timestamp revoked = row.getTimestamp("revoked_at");
        return new AlertSource(row.getString("name"), row.getString("format"), row.getTimestamp("created_at").toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
