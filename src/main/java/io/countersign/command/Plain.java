package io.countersign.command;

/** Text from a file, as a terminal may show it: on one line, and without codes that would move its cursor or hide something. */
final class Plain {

    private Plain() {
    }

    static String text(String text) {
        return text.replaceAll("[\\s\\u2028\\u2029]+", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "?").strip();
    }
}
