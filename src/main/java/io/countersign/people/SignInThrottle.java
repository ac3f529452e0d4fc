package io.countersign.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts wrong passwords per username and per address in the database, so that neither a restart nor another node forgets
 * them, and locks exponentially longer. It treats names that nobody has like all others.
 */
@Component
class SignInThrottle {

    private final JdbcClient jdbc;
    private final PeopleSettings settings;
    private final InstantSource clock;

    SignInThrottle(JdbcClient jdbc, PeopleSettings settings, InstantSource clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** When the lock of the name or the address ends; empty if neither is locked. */
    Optional<Instant> lockedUntil(String username, String address) {
        return jdbc.sql("select max(locked_until) from sign_in_throttle where subject in (:name, :address) and locked_until > :now")
                .param("name", name(username)).param("address", address(address)).param("now", at(clock.instant()))
                .query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    /**
     * In a transaction of its own: a caller that rolls back because the password was wrong must not take the count back.
     *
     * @return when the lock ends that this failure caused, if it did
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Instant> failed(String username, String address) {
        Optional<Instant> byName = count(name(username), settings.failures());
        Optional<Instant> byAddress = address == null ? Optional.empty() : count(address(address), settings.addressFailures());
        return byName.or(() -> byAddress);
    }

    /** Forgets the failures of the name, not of the address: an attacker with one account must not reset those. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String username) {
        jdbc.sql("delete from sign_in_throttle where subject = ?").param(name(username)).update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    @Transactional
    public void forgetOld() {
        jdbc.sql("delete from sign_in_throttle where last_failed_at < :old and coalesce(locked_until, last_failed_at) < :now")
                .param("old", at(clock.instant().minus(settings.window()))).param("now", at(clock.instant())).update();
    }

    private Optional<Instant> count(String subject, int allowed) {
        Instant now = clock.instant();
        int failures = jdbc.sql("""
                insert into sign_in_throttle (subject, failures, last_failed_at) values (:subject, 1, :now)
                on conflict (subject) do update set last_failed_at = :now,
                    failures = case when sign_in_throttle.last_failed_at < :old then 1 else least(sign_in_throttle.failures + 1, 1000) end
                returning failures""")
                .param("subject", subject).param("now", at(now)).param("old", at(now.minus(settings.window())))
                .query(Integer.class).single();
        if (failures < allowed) {
            return Optional.empty();
        }
        Instant until = now.plus(settings.lockAfter(failures, allowed));
        jdbc.sql("update sign_in_throttle set locked_until = :until where subject = :subject")
                .param("until", at(until)).param("subject", subject).update();
        return Optional.of(until);
    }

    private static String name(String username) {
        return sha256("name:" + username);
    }

    private static String address(String address) {
        return sha256("address:" + address);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
