package io.countersign.incident.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Names a record that brings no id of its own by what it says, so that the same record sent twice is one alert. */
public final class ContentId {

    private ContentId() {
    }

    static String of(String... parts) {
        String content = Arrays.stream(parts).map(part -> part == null ? "-" : part.length() + ":" + part).collect(Collectors.joining(","));
        return "sha256:" + HexFormat.of().formatHex(sha256(content.getBytes(StandardCharsets.UTF_8)));
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
