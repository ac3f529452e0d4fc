package io.countersign.incident.intake;

import io.countersign.incident.Severity;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How products write severities, times and ATT&CK techniques. */
final class Wording {

    private static final Pattern TECHNIQUE = Pattern.compile("(?<![A-Za-z0-9])T[0-9]{4}(?:\\.[0-9]{3})?(?![0-9])");
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']").append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]").toFormatter(Locale.ROOT);

    private Wording() {
    }

    /** A severity that is missing or in words we do not know is MEDIUM: seen by people, and no reason for haste. */
    static Severity severity(String word) {
        return switch (word == null ? "" : word.strip().toLowerCase(Locale.ROOT)) {
            case "informational", "information", "info" -> Severity.INFORMATIONAL;
            case "low", "minor" -> Severity.LOW;
            case "high", "major" -> Severity.HIGH;
            case "critical", "severe", "fatal" -> Severity.CRITICAL;
            default -> Severity.MEDIUM;
        };
    }

    /** ISO 8601 with or without zone (UTC then), or seconds or milliseconds since 1970; null if it is neither or not plausible. */
    static Instant time(String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant time = text.matches("[0-9]{1,13}") ? epoch(Long.parseLong(text)) : iso(text.strip());
            return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
        } catch (DateTimeParseException notATime) {
            return null;
        }
    }

    /** The techniques named in any of the texts, in their order, at most 50. */
    static List<String> techniques(Collection<String> texts) {
        return texts.stream().flatMap(Wording::techniques).distinct().limit(50).toList();
    }

    private static Stream<String> techniques(String text) {
        return TECHNIQUE.matcher(text).results().map(MatchResult::group);
    }

    private static Instant epoch(long number) {
        return number > 100_000_000_000L ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    private static Instant iso(String text) {
        TemporalAccessor time = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime zoned ? zoned.toInstant() : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    }
}
