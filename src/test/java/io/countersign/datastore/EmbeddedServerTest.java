package io.countersign.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @Test
    void rowsAndPasswordsSurviveARestart() throws SQLException {
        Home home = new Home(directory.resolve("home"));
        try (EmbeddedServer server = start(home, 0)) {
            execute(server.database(), "create table kept as select 42 as answer");
        }
        try (EmbeddedServer server = start(home, 0)) {
            assertThat(ask(server.database(), "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void aServerLeftBehindByAKilledProcessIsStoppedAndItsRowsAreKept() throws Exception {
        Home home = new Home(directory.resolve("home"));
        int port = freePort();
        Process product = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), KilledProduct.class.getName(), home.directory().toString(), Integer.toString(port))
                .redirectErrorStream(true).redirectOutput(directory.resolve("output").toFile()).start();
        assertThat(product.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String orphan = Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(0);
        assertThat(ProcessHandle.of(Long.parseLong(orphan))).as(Files.readString(directory.resolve("output"))).isPresent();

        try (EmbeddedServer server = start(home, port)) {
            assertThat(ask(server.database(), "select answer from kept")).isEqualTo("42");
            assertThat(ask(server.database(), "show synchronous_commit")).isEqualTo("on");
            assertThat(Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(0)).isNotEqualTo(orphan);
        }
    }

    /** Commits a row and dies without stopping its server. */
    static final class KilledProduct {

        public static void main(String[] arguments) throws SQLException {
            EmbeddedServer server = start(new Home(Path.of(arguments[0])), Integer.parseInt(arguments[1]));
            execute(server.database(), "create table kept as select 42 as answer");
            Runtime.getRuntime().halt(9);
        }
    }

    @Test
    void aPortHeldByAnotherProgramIsNamedInTheMessage() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(new Home(directory.resolve("home")), stranger.getLocalPort()))
                    .isInstanceOf(DatabaseUnavailable.class).hasMessageContaining("Port " + stranger.getLocalPort())
                    .extracting(failed -> ((DatabaseUnavailable) failed).remedy()).asString().contains("COUNTERSIGN_DATABASE_PORT");
        }
    }

    @Test
    void aSecondProductOnTheSameHomeIsRefusedAndTheFirstGoesOn() throws SQLException {
        Home home = new Home(directory.resolve("home"));
        try (EmbeddedServer first = start(home, 0)) {
            assertThatThrownBy(() -> start(home, 0)).isInstanceOf(DatabaseUnavailable.class).hasMessageContaining("Another Countersign");
            assertThat(ask(first.database(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void theServerListensOnTheLoopbackAddressAndNoSocketFile() throws SQLException {
        try (EmbeddedServer server = start(new Home(directory.resolve("home")), 0)) {
            assertThat(List.of(ask(server.database(), "show listen_addresses"), ask(server.database(), "show unix_socket_directories")))
                    .containsExactly("localhost", "");
        }
    }

    private static EmbeddedServer start(Home home, int port) {
        return EmbeddedServer.start(home, PROGRAMS, port, PATIENCE);
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (var connection = database.connect(database.owner()); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Database database, String sql) throws SQLException {
        try (var connection = database.connect(database.owner());
             var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
