package io.countersign.datastore;

import java.nio.file.Path;
import java.util.Map;

/** How the embedded server is created and run. The library's own defaults lose data on a crash and trust every local user. */
final class EmbeddedServerOptions {

    private EmbeddedServerOptions() {
    }

    /** Settings of every start; the library puts {@code -F} before them, and the last one counts. */
    static Map<String, String> server() {
        return Map.ofEntries(
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("listen_addresses", "localhost"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("max_connections", "100"),
                Map.entry("shared_buffers", "128MB"),
                Map.entry("password_encryption", "scram-sha-256"),
                Map.entry("logging_collector", "on"),
                Map.entry("log_filename", "postgresql-%a.log"),
                Map.entry("log_truncate_on_rotation", "on"),
                Map.entry("timezone", "UTC"));
    }

    /**
     * Options of {@code initdb}. The builtin locale sorts alike on every system and after every upgrade of its libraries, so
     * that no index ever becomes wrong.
     */
    static Map<String, String> creation(Path passwordFile) {
        return Map.of("auth", "scram-sha-256", "pwfile", passwordFile.toString(),
                "locale", "C", "locale-provider", "builtin", "builtin-locale", "C.UTF-8");
    }
}
