package io.countersign.console;

/**
 * One line above every page, for as long as it is true.
 *
 * @param path where a person can do something about it; may be null
 */
public record Banner(Level level, String text, String path, String linkText) {

    public enum Level {
        /** Good to know on every page. */
        NOTICE,
        /** Something does not work as it should. */
        WARNING,
        /** Somebody must act. */
        ALARM
    }

    public static Banner of(Level level, String text) {
        return new Banner(level, text, null, null);
    }
}
