package io.countersign.people;

import java.nio.charset.StandardCharsets;

/**
 * A password that a person chose. Long rather than complicated, as NIST SP 800-63B advises; at most 72 bytes, because bcrypt
 * ignores the rest. It is hidden in logs.
 */
public record NewPassword(String value) {

    private static final int SHORTEST = 12;
    private static final int LONGEST_IN_BYTES = 72;

    public NewPassword {
        if (value == null || value.codePointCount(0, value.length()) < SHORTEST) {
            throw new IllegalArgumentException("The password has at least " + SHORTEST + " characters: a few words in a row do well");
        }
        if (value.getBytes(StandardCharsets.UTF_8).length > LONGEST_IN_BYTES) {
            throw new IllegalArgumentException("The password is too long: " + LONGEST_IN_BYTES + " bytes at most");
        }
        if (value.chars().distinct().count() < 5) {
            throw new IllegalArgumentException("The password repeats too few characters: use at least five different ones");
        }
    }

    @Override
    public String toString() {
        return "NewPassword[hidden]";
    }
}
