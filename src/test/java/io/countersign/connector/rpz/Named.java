package io.countersign.connector.rpz;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * A real BIND in a folder and on a port of its own: primary of a response policy zone, resolver that uses it, and root of a DNS in which every
 * name beneath {@code example} has an address, so that nothing else is asked. The installed service is not used.
 */
final class Named implements AutoCloseable {

    static final String ZONE = "rpz.countersign";
    /** May update and transfer. */
    static final String KEY = "countersign";
    /** May transfer only. */
    static final String READER = "reader";
    /** Somebody else who may do all. */
    static final String STRANGER = "stranger";

    private static final String SECRET = Base64.getEncoder().encodeToString("a key for tests of 32 characters".getBytes());

    private final Process process;
    private final Path folder;
    private final int port;

    private Named(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Skips the test where named is not installed; fails it there if {@code COUNTERSIGN_REQUIRE_NAMED=1}. @param notified port of a secondary without a key, 0 for none */
    static Named start(Path folder, int notified) throws Exception {
        // A copy, because the installed program may be confined to the folders of the installed service.
        Path program = Files.copy(installed("named", "on Debian, apt-get install bind9"), folder.resolve("named"), StandardCopyOption.COPY_ATTRIBUTES);
        int port = freePort();
        Path configuration = Files.writeString(folder.resolve("named.conf"), configuration(folder, port, notified));
        Files.writeString(folder.resolve("root.zone"), ROOT);
        Files.writeString(folder.resolve("rpz.zone"), POLICY);
        Process process = new ProcessBuilder(program.toString(), "-c", configuration.toString(), "-g", "-n", "1").redirectErrorStream(true)
                .redirectOutput(folder.resolve("named.out").toFile()).start();
        Named started = new Named(process, folder, port);
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).until(started::answers);
        return started;
    }

    static Path installed(String program, String how) {
        Optional<Path> installed = Stream.of("/usr/sbin/" + program, "/usr/local/sbin/" + program, "/usr/bin/" + program).map(Path::of).filter(Files::isExecutable).findFirst();
        if (installed.isEmpty()) {
            String message = program + " is not installed: " + how;
            Assertions.assertNotEquals("1", System.getenv("COUNTERSIGN_REQUIRE_NAMED"), message);
            Assumptions.abort(message);
        }
        return installed.get();
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    RpzSettings settings(String key, String resolver) throws IOException {
        return settings(address(), key, resolver);
    }

    RpzSettings settings(String primary, String key, String resolver) throws IOException {
        return new RpzSettings(primary, ZONE, key, "hmac-sha256", keyFile(), resolver, Duration.ofSeconds(2), Duration.ofSeconds(5));
    }

    private Path keyFile() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), SECRET + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Override
    public void close() throws InterruptedException {
        end(process);
    }

    static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private boolean answers() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("named did not start: " + Files.readString(folder.resolve("named.out")));
        }
        return answers(address());
    }

    static boolean answers(String server) {
        try (DnsConnection connection = DnsConnection.open(server, null, Duration.ofSeconds(1), Duration.ofSeconds(1))) {
            return !connection.ask(Message.newQuery(Record.newRecord(Name.fromString("there.example."), Type.A, DClass.IN))).getSectionRRsets(1).isEmpty();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Free for TCP, which a test never needs alone, and for UDP. */
    static int freePort() throws IOException {
        try (ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
             DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress())) {
            return udp.getLocalPort();
        }
    }

    private static final String ROOT = """
            $TTL 60
            @ SOA localhost. root.localhost. 1 3600 600 86400 60
            @ NS localhost.
            localhost. A 127.0.0.1
            *.example. A 192.0.2.1
            """;

    private static final String POLICY = """
            $TTL 60
            @ SOA localhost. root.localhost. 1 3600 600 86400 60
            @ NS localhost.
            probe._countersign TXT "countersign"
            """;

    private static String configuration(Path folder, int port, int notified) {
        return """
                options {
                    directory "%1$s"; pid-file none; session-keyfile none;
                    listen-on port %2$d { 127.0.0.1; }; listen-on-v6 { none; };
                    recursion yes; allow-recursion { 127.0.0.1; }; dnssec-validation no; empty-zones-enable no;
                    notify explicit; %5$s
                    response-policy { zone "%3$s"; } min-update-interval 0 qname-wait-recurse no break-dnssec yes;
                };
                controls { };
                key "countersign" { algorithm hmac-sha256; secret "%4$s"; };
                key "reader" { algorithm hmac-sha256; secret "%4$s"; };
                key "stranger" { algorithm hmac-sha256; secret "%4$s"; };
                zone "." { type primary; file "root.zone"; };
                zone "%3$s" {
                    type primary; file "rpz.zone";
                    update-policy { grant countersign zonesub ANY; grant stranger zonesub ANY; };
                    allow-transfer { %6$s key countersign; key reader; key stranger; };
                };
                """.formatted(folder, port, ZONE, SECRET, notified == 0 ? "" : "also-notify { 127.0.0.1 port " + notified + "; }; notify-delay 0;", notified == 0 ? "" : "127.0.0.1;");
    }
}
