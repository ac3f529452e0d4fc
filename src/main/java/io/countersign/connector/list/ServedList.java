package io.countersign.connector.list;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * One list as it is served.
 *
 * @param version  which change of the list was the last that is in it
 * @param text     one entry a line, each ended by a line feed
 * @param etag     strong: another one as soon as one byte is
 * @param changedAt for people; two changes within a second share it, so whether a copy is fresh is told by the etag alone
 */
public record ServedList(ListKind list, long version, String text, String etag, int entries, Instant changedAt) {

    static ServedList of(ListKind list, long version, List<String> entries, Instant changedAt) {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry).append('\n'));
        return new ServedList(list, version, text.toString(), '"' + hash(text.toString()) + '"', entries.size(), changedAt);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
