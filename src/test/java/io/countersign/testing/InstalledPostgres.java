package io.countersign.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new server from the installed PostgreSQL, with the two roles and the empty database that the compose file makes. Its tools are of the same version; the embedded server brings none. */
public final class InstalledPostgres implements AutoCloseable {

    public static final String OWNER = "countersign_owner";
    public static final String APPLICATION = "countersign_app";
    private static final String PASSWORD = "a-password-for-this-test";

    private static final List<String> NEEDED = List.of("initdb", "pg_ctl", "psql", "createdb", "pg_dump", "pg_restore");

    private final Path programs;
    private final Path folder;
    private final int port;

    private InstalledPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** @param options more words for the server's command line. Skips the test where PostgreSQL is not installed; fails it there if {@code COUNTERSIGN_REQUIRE_PG_DUMP=1}. */
    public static InstalledPostgres start(Path folder, String options) throws Exception {
        Optional<Path> installed = installed();
        if (installed.isEmpty()) {
            String message = "PostgreSQL with pg_dump is not installed: on Debian, apt-get install postgresql postgresql-client";
            Assertions.assertNotEquals("1", System.getenv("COUNTERSIGN_REQUIRE_PG_DUMP"), message);
            Assumptions.abort(message);
        }
        Files.createDirectory(folder);
        InstalledPostgres server = new InstalledPostgres(installed.get(), folder, freePort());
        Files.writeString(folder.resolve("password"), PASSWORD);
        server.control("initdb --pgdata=data --username=" + OWNER + " --pwfile=password --auth=scram-sha-256 --encoding=UTF8 --locale=C");
        server.control("pg_ctl --pgdata=data --wait --log=log --options='-p " + server.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder + " " + options + "' start");
        server.run("createdb countersign");
        server.run("bash " + Path.of("docker/application-role.sh").toAbsolutePath());
        return server;
    }

    /** The newest version that is installed whole. */
    private static Optional<Path> installed() throws IOException {
        Path debian = Path.of("/usr/lib/postgresql");
        List<Path> places = new ArrayList<>();
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin")).sorted(Comparator.comparing((Path bin) -> bin.getParent().getFileName().toString()).reversed()).forEach(places::add);
            }
        }
        Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(java.io.File.pathSeparator)).map(Path::of).forEach(places::add);
        return places.stream().filter(place -> NEEDED.stream().allMatch(program -> Files.isExecutable(place.resolve(program)))).findFirst();
    }

    /** A line for the shell as an operator types it, who set the variables of PostgreSQL's tools. @return what it said */
    public String run(String line) throws Exception {
        return shell(line);
    }

    /** Servers refuse to run as root: there they run as somebody without rights. */
    private void control(String line) throws Exception {
        shell(("root".equals(System.getProperty("user.name")) ? "unshare -U " : "") + line);
    }

    private String shell(String line) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", line).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().putAll(Map.of("PATH", programs + java.io.File.pathSeparator + System.getenv("PATH"), "PGHOST", "127.0.0.1", "PGPORT", String.valueOf(port),
                "PGUSER", OWNER, "PGPASSWORD", PASSWORD, "POSTGRES_USER", OWNER, "POSTGRES_DB", "countersign", "COUNTERSIGN_DATABASE_PASSWORD", PASSWORD));
        Process process = builder.start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        String said = Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(line + " failed: " + said);
        }
        return said;
    }

    public Path folder() {
        return folder;
    }

    public JdbcClient as(String role) {
        return JdbcClient.create(source(role));
    }

    public DataSource source(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(role);
        source.setPassword(PASSWORD);
        return source;
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/countersign";
    }

    /** For a product that uses it as its external database. */
    Map<String, String> settings() {
        return Map.of("COUNTERSIGN_DATABASE_URL", url(), "COUNTERSIGN_DATABASE_USERNAME", APPLICATION, "COUNTERSIGN_DATABASE_PASSWORD", PASSWORD,
                "COUNTERSIGN_DATABASE_MIGRATION_USERNAME", OWNER, "COUNTERSIGN_DATABASE_MIGRATION_PASSWORD", PASSWORD);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        control("pg_ctl --pgdata=data --mode=immediate --wait stop");
    }
}
