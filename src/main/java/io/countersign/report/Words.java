package io.countersign.report;

import io.countersign.action.Target;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How values of the record are said in a sentence. Text that came from outside stays text: control characters become spaces, and what is too long is cut. */
public final class Words {

    private static final int LONGEST = 600;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Words() {
    }

    /** One line of plain text. */
    public static String plain(Object value) {
        String text = value == null ? "" : value.toString().replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    public static String quoted(Object value) {
        return "“" + plain(value) + "”";
    }

    /** {@code HOST} as "host", {@code CLOUD_INSTANCE} as "cloud instance". */
    public static String lower(Object name) {
        return plain(name).replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    public static String target(Target target) {
        return lower(target.kind()) + " " + target.value();
    }

    /** As it stands on the record: {@code HOST ws-0142}. */
    public static String target(String recorded) {
        int end = recorded.indexOf(' ');
        return end < 0 ? plain(recorded) : lower(recorded.substring(0, end)) + " " + plain(recorded.substring(end));
    }

    /** What was seen of a target: {@code isolated=true} is "isolated", {@code isolated=false} "not isolated". */
    public static String state(Map<?, ?> attributes) {
        return attributes.entrySet().stream().map(a -> attribute(plain(a.getKey()).replace('-', ' '), plain(a.getValue()))).sorted()
                .collect(Collectors.joining(", "));
    }

    /** "soc", "soc and network", "soc, network and edr". */
    public static String all(List<String> names) {
        int last = names.size() - 1;
        return last < 1 ? String.join("", names) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** The text as the end of a sentence: with one full stop. */
    public static String ended(String text) {
        return text.matches("(?s).*[.!?…]”?") ? text : text + ".";
    }

    private static String attribute(String name, String value) {
        return value.equals("true") ? name : value.equals("false") ? "not " + name : name + " " + value;
    }
}
