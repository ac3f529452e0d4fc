package io.countersign.playbook;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads text and choices. Blanks around a text do not count, so they cannot fill up a required length. */
final class TextValue {

    private static final int LONGEST = 10_000;

    private TextValue() {
    }

    static String line(FormField field, Object raw) {
        String text = text(field, raw);
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new FieldRefused("must be one line of printable characters");
        }
        requirePattern(field, text);
        return text;
    }

    static String lines(FormField field, Object raw) {
        String text = text(field, raw);
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw new FieldRefused("contains characters that cannot be shown");
        }
        return text;
    }

    static String choice(FormField field, Object raw) {
        if (raw instanceof String choice && field.options().contains(choice)) {
            return choice;
        }
        throw new FieldRefused("must be one of " + String.join(", ", field.options()));
    }

    private static String text(FormField field, Object raw) {
        if (!(raw instanceof String given)) {
            throw new FieldRefused("must be text");
        }
        String text = given.strip();
        int shortest = field.limit("minLength").map(Number::intValue).orElse(0);
        int longest = field.limit("maxLength").map(Number::intValue).orElse(LONGEST);
        int length = text.codePointCount(0, text.length());
        if (length < shortest) {
            throw new FieldRefused("needs at least " + shortest + " characters, not " + length);
        }
        if (length > longest) {
            throw new FieldRefused("may have at most " + longest + " characters, not " + length);
        }
        return text;
    }

    private static void requirePattern(FormField field, String text) {
        field.rule("validationType").filter(kind -> !kind.equals("custom")).ifPresent(kind -> {
            throw new FieldRefused("has a rule '" + kind + "' that the server cannot check; ask the owner of the playbook to mend it");
        });
        field.rule("pattern").filter(pattern -> !finds(pattern, text)).ifPresent(pattern -> {
            throw new FieldRefused("does not have the expected form " + pattern);
        });
    }

    private static boolean finds(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException broken) {
            throw new FieldRefused("has a pattern that the server cannot read; ask the owner of the playbook to mend it");
        }
    }
}
