package io.countersign.connector.rpz;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** On a real BIND as primary and a real Unbound as resolver, which transfers the zone whenever it is told that it changed. */
class RpzConnectorUnboundTest extends RpzConnectorTest {

    private Named named;
    private Process unbound;
    private String resolver;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Path program = Named.installed("unbound", "on Debian, apt-get install unbound");
        int port = Named.freePort();
        resolver = "127.0.0.1:" + port;
        named = Named.start(folder, port);
        Path configuration = Files.writeString(folder.resolve("unbound.conf"), """
                server:
                  directory: "%1$s"
                  chroot: ""
                  username: ""
                  pidfile: ""
                  interface: 127.0.0.1@%2$d
                  do-ip6: no
                  do-not-query-localhost: no
                  module-config: "respip iterator"
                  use-syslog: no
                  access-control: 127.0.0.0/8 allow
                remote-control:
                  control-enable: no
                rpz:
                  name: "%3$s"
                  primary: 127.0.0.1@%4$d
                  allow-notify: 127.0.0.1
                stub-zone:
                  name: "."
                  stub-addr: 127.0.0.1@%4$d
                """.formatted(folder, port, Named.ZONE, named.port()));
        // A copy, because the installed program may be confined to the folders of the installed service.
        Path copy = Files.copy(program, folder.resolve("unbound"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        unbound = new ProcessBuilder(copy.toString(), "-d", "-c", configuration.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("unbound.out").toFile()).start();
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).until(() -> Named.answers(resolver));
        RpzSettings settings = settings(Named.KEY);
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50)).until(() -> new Resolver(settings, ZONE).usesTheZone());
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (unbound != null) {
            Named.end(unbound);
        }
        if (named != null) {
            named.close();
        }
    }

    @Override
    RpzSettings settings(String key) throws IOException {
        return named.settings(key, resolver);
    }

    @Override
    protected Broken aBrokenConnector() {
        return new Broken(open(Named.READER), "may not update the zone");
    }
}
