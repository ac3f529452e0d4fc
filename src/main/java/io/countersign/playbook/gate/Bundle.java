package io.countersign.playbook.gate;

import io.countersign.proof.PlaybookFiles;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files that are proved and deployed together.
 *
 * @param hash SHA-256 of the names and hashes of all files, as 64 lower-case hex digits
 */
public record Bundle(String hash, PlaybookFiles files) {

    public static Bundle of(Map<String, byte[]> files) {
        return new Bundle(hash(files), PlaybookFiles.of(files));
    }

    /** Hash of each file, by name. */
    public Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        files.byName().forEach((name, content) -> hashes.put(name, sha256(content)));
        return hashes;
    }

    /** @return the hash that a bundle of exactly these files has */
    public static String hash(Map<String, byte[]> files) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(files).forEach((name, content) -> all.append(name).append('\0').append(sha256(content)).append('\n'));
        return sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
