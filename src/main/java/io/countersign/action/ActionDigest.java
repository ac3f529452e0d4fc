package io.countersign.action;

import java.util.regex.Pattern;

/** SHA-256 of the canonical bytes (RFC 8785) of one action request, as 64 lower-case hex digits. */
public record ActionDigest(String hex) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public ActionDigest {
        if (hex == null || !HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("An action digest is 64 lower-case hex digits");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
