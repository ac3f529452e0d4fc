package io.countersign.connector.ldap;

import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A real OpenLDAP server with its password policy overlay, in a folder and on a port of its own. The installed service is not used. */
final class Slapd implements AutoCloseable {

    static final String ADMIN = "cn=admin," + LdapConnectorTest.BASE;

    private static final Path SCHEMAS = Path.of("/etc/ldap/schema");

    private final Process process;
    private final Path folder;
    private final Path authority;
    private final int port;

    private Slapd(Process process, Path folder, Path authority, int port) {
        this.process = process;
        this.folder = folder;
        this.authority = authority;
        this.port = port;
    }

    /** Skips the test where slapd is not installed; fails it there if {@code COUNTERSIGN_REQUIRE_SLAPD=1}. */
    static Slapd start(Path folder, String access) throws Exception {
        Optional<Path> installed = Stream.of("/usr/sbin/slapd", "/usr/lib/openldap/slapd", "/usr/libexec/slapd").map(Path::of).filter(Files::isExecutable).findFirst();
        if (installed.isEmpty()) {
            String message = "OpenLDAP's slapd is not installed: on Debian, apt-get install slapd";
            Assertions.assertNotEquals("1", System.getenv("COUNTERSIGN_REQUIRE_SLAPD"), message);
            Assumptions.abort(message);
        }
        // A copy, because the installed program may be confined to the folders of the installed service.
        Path program = Files.copy(installed.get(), folder.resolve("slapd"), StandardCopyOption.COPY_ATTRIBUTES);
        TestCertificate certificate = TestCertificate.in(folder, "localhost");
        Path configuration = Files.writeString(folder.resolve("slapd.conf"), configuration(folder, certificate, access));
        Files.createDirectory(folder.resolve("data"));
        int port = freePort();
        Process process = new ProcessBuilder(program.toString(), "-f", configuration.toString(), "-h", "ldaps://127.0.0.1:" + port, "-d", "0")
                .redirectErrorStream(true).redirectOutput(folder.resolve("slapd.out").toFile()).start();
        Slapd started = new Slapd(process, folder, certificate.certificate(), port);
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).until(started::answers);
        return started;
    }

    URI url() {
        return URI.create("ldaps://localhost:" + port);
    }

    Path authority() {
        return authority;
    }

    LDAPConnection bind(String dn, String password) throws LDAPException {
        SSLContext tls = Trust.of(authority);
        return new LDAPConnection(tls.getSocketFactory(), "localhost", port, dn, password);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private boolean answers() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("slapd did not start: " + Files.readString(folder.resolve("slapd.out")));
        }
        try (LDAPConnection connection = bind(ADMIN, LdapConnectorTest.PASSWORD)) {
            return connection.isConnected();
        } catch (LDAPException notYet) {
            return false;
        }
    }

    private static String configuration(Path folder, TestCertificate certificate, String access) throws Exception {
        return """
                include %1$s/core.schema
                include %1$s/cosine.schema
                include %1$s/inetorgperson.schema
                modulepath /usr/lib/ldap
                moduleload back_mdb
                moduleload ppolicy
                TLSCertificateFile %2$s
                TLSCertificateKeyFile %3$s
                security ssf=128
                database mdb
                suffix %4$s
                directory %5$s
                rootdn %6$s
                rootpw %7$s
                overlay ppolicy
                ppolicy_default cn=policy,%4$s
                %8$s
                """.formatted(SCHEMAS, certificate.certificate(), certificate.key(), LdapConnectorTest.BASE, folder.resolve("data"), ADMIN,
                LdapConnectorTest.PASSWORD, access);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
