package io.countersign.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names an incident. People read and type it as {@code INC-31}; the database keeps the number. */
public record IncidentId(long number) {

    private static final Pattern TEXT = Pattern.compile("INC-([1-9][0-9]{0,17})");

    public IncidentId {
        if (number < 1) {
            throw new IllegalArgumentException("An incident number starts at 1, not " + number);
        }
    }

    /** @throws IllegalArgumentException if the text is not of the form {@code INC-31} */
    public static IncidentId parse(String text) {
        Matcher matcher = TEXT.matcher(String.valueOf(text));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("An incident is written INC-31, not '" + text + "'");
        }
        return new IncidentId(Long.parseLong(matcher.group(1)));
    }

    @Override
    public String toString() {
        return "INC-" + number;
    }
}
