package io.countersign.playbook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Reads dates and moments. Limits are whole days in UTC, both included. */
final class TimeValue {

    private TimeValue() {
    }

    static Object read(FormField field, Object raw, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        try {
            return switch (field.text("subtype")) {
                case "date" -> date(field, LocalDate.parse(String.valueOf(raw)), today);
                case "datetime" -> moment(field, OffsetDateTime.parse(String.valueOf(raw)).toInstant(), today);
                default -> throw new FieldRefused("asks for a kind of time that the server cannot check; ask the owner of the playbook to mend it");
            };
        } catch (DateTimeParseException unreadable) {
            throw new FieldRefused("must be a date such as 2030-03-31, with time and zone (2030-03-31T14:30Z) where a time is asked");
        }
    }

    private static Instant moment(FormField field, Instant moment, LocalDate today) {
        date(field, LocalDate.ofInstant(moment, ZoneOffset.UTC), today);
        return moment;
    }

    private static LocalDate date(FormField field, LocalDate date, LocalDate today) {
        if (field.disallowsPassedDates() && date.isBefore(today)) {
            throw new FieldRefused("must not be in the past");
        }
        field.limit("earliestInDays").map(days -> today.plusDays(days.intValue())).filter(date::isBefore).ifPresent(earliest -> {
            throw new FieldRefused("must not be before " + earliest);
        });
        field.limit("latestInDays").map(days -> today.plusDays(days.intValue())).filter(date::isAfter).ifPresent(latest -> {
            throw new FieldRefused("must not be after " + latest);
        });
        return date;
    }
}
