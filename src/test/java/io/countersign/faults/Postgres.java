package io.countersign.faults;

import io.countersign.datastore.ThrowawayServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The external PostgreSQL: durable, migrated, keeping the real time of each commit, and stopped and started like one that crashes. */
final class Postgres implements AutoCloseable {

    private final Path data;
    private final ThrowawayServer server;
    private final List<String> command;

    Postgres(Path folder) throws Exception {
        Path home = Files.createDirectory(folder.resolve("postgres-home"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        data = home.resolve("postgres");
        server = new ThrowawayServer(home, Path.of("target", "postgres-programs").toAbsolutePath());
        command = words(Files.readString(data.resolve("postmaster.opts")));
        owner().sql("alter system set track_commit_timestamp = on").update();
        crash();
        start();
    }

    JdbcClient owner() {
        return JdbcClient.create(server.ownerSource());
    }

    /** Settings for a node that reaches it through the wire. */
    Map<String, String> properties(Wire wire) {
        Map<String, String> settings = new java.util.TreeMap<>(server.properties());
        settings.computeIfPresent("countersign.database.url", (name, url) -> url.replaceFirst("//[^/]+/", "//127.0.0.1:" + wire.port() + "/"));
        return settings;
    }

    int port() {
        Matcher port = Pattern.compile("//[^/]+:(\\d+)/").matcher(server.properties().get("countersign.database.url"));
        if (!port.find()) {
            throw new IllegalStateException("No port in the address of the database");
        }
        return Integer.parseInt(port.group(1));
    }

    /** Without a checkpoint: it recovers from its log when it starts again. */
    void crash() throws Exception {
        control("-m", "immediate", "-w", "stop");
    }

    void start() throws Exception {
        List<String> options = command.subList(1, command.size()).stream().map(word -> "'" + word + "'").toList();
        control("-w", "-t", "60", "-l", data.resolve("restart.log").toString(), "-o", String.join(" ", options), "start");
    }

    boolean answers() {
        try {
            return owner().sql("select 1").query(Integer.class).single() == 1;
        } catch (org.springframework.dao.DataAccessException away) {
            return false;
        }
    }

    private void control(String... words) throws Exception {
        List<String> line = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.addAll(List.of(Path.of(command.get(0)).resolveSibling("pg_ctl").toString(), "-D", data.toString()));
        line.addAll(List.of(words));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(data.resolve("control.log").toFile()).start();
        if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(line + " failed: " + Files.readString(data.resolve("control.log")));
        }
    }

    /** The words of a command line whose options are in double quotes. */
    private static List<String> words(String line) {
        Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(line.strip());
        List<String> words = new ArrayList<>();
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        return words;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
