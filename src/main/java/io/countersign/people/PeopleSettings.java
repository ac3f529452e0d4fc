package io.countersign.people;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people sign in.
 *
 * @param failures        wrong passwords for one username within {@code window} before it is locked
 * @param addressFailures the same for one client address, which many people may share
 * @param window          how long a wrong password counts
 * @param firstLock       how long the first lock lasts; each further failure doubles it
 * @param longestLock     the longest lock
 * @param bcryptStrength  the work factor of password hashes, as a power of two
 */
@Validated
@ConfigurationProperties("countersign.people")
public record PeopleSettings(@DefaultValue("5") @Min(1) @Max(20) int failures,
                             @DefaultValue("30") @Min(1) @Max(1000) int addressFailures,
                             @DefaultValue("15m") @NotNull Duration window,
                             @DefaultValue("1m") @NotNull Duration firstLock,
                             @DefaultValue("15m") @NotNull Duration longestLock,
                             @DefaultValue("10") @Min(10) @Max(16) int bcryptStrength) {

    Duration lockAfter(int failed, int allowed) {
        int doublings = Math.min(failed - allowed, 20);
        Duration lock = firstLock.multipliedBy(1L << doublings);
        return lock.compareTo(longestLock) > 0 ? longestLock : lock;
    }
}
