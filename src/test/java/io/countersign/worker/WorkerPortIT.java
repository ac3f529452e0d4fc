package io.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.connector.remote.TestAuthority;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** The jar itself, once as a node with all its pages and once as a worker: on each of the two ports there is only what belongs there. */
class WorkerPortIT {

    private static final List<String> OF_PAGES = List.of("/", "/login", "/inbox", "/api/incidents", "/actuator/health", "/engine-rest/version", "/assets/countersign.css", "/error");
    private static final List<String> OF_WORKERS = List.of("/worker/next", "/worker/leave", "/worker/orders/5f2b0c1e-0f3c-4f57-9d35-000000000000/claim");

    @Test
    void pagesAndWorkersHaveAPortEach(@TempDir Path folder) throws Exception {
        TestAuthority nodes = TestAuthority.in(folder.resolve("nodes"));
        TestAuthority workers = TestAuthority.in(folder.resolve("workers"));
        TestAuthority.Pem own = nodes.issue("node");
        TestAuthority.Pem dmz = workers.issue("dmz");
        int pages = freePort();
        int line = freePort();
        Path nodeLog = folder.resolve("node.log");
        Path workerLog = folder.resolve("worker.log");
        Process node = jar(nodeLog, "-Xmx700m", "--server.port=" + pages, "--countersign.home=" + folder.resolve("home"), "--countersign.database.port=" + freePort(),
                "--countersign.database.start-timeout=3m", "--countersign.connector.remote.port=" + line, "--countersign.connector.remote.products.ldap.actions=disable-account",
                "--countersign.connector.remote.products.ldap.workers=dmz", "--countersign.connector.routes.disable-account=ldap",
                "--spring.ssl.bundle.pem.workers.keystore.certificate=" + own.certificate(), "--spring.ssl.bundle.pem.workers.keystore.private-key=" + own.key(),
                "--spring.ssl.bundle.pem.workers.truststore.certificate=" + workers.certificate());
        Process worker = jar(workerLog, "-Xmx200m", "worker", "--countersign.worker.nodes=https://localhost:" + line, "--countersign.connector.ldap.url=ldaps://localhost:1",
                "--countersign.connector.ldap.bind-dn=cn=nobody", "--countersign.connector.ldap.password=nothing", "--countersign.connector.ldap.user-base=dc=example",
                "--countersign.connector.ldap.group-base=dc=example", "--logging.level.io.countersign.worker=debug",
                "--spring.ssl.bundle.pem.worker.keystore.certificate=" + dmz.certificate(), "--spring.ssl.bundle.pem.worker.keystore.private-key=" + dmz.key(),
                "--spring.ssl.bundle.pem.worker.truststore.certificate=" + nodes.certificate());
        try {
            await().atMost(Duration.ofMinutes(5)).until(() -> !worker.isAlive() || Files.readString(workerLog).contains("kind=CHECK"));
            assertThat(Files.readString(workerLog)).as("the node asked it for a check").contains("worker.node-reached", "kind=CHECK", "result=Checked");
            HttpClient client = client(nodes, dmz);
            for (String path : OF_PAGES) {
                assertThat(status(client, "GET", "https://localhost:" + line + path)).as("worker port " + path).isEqualTo(403);
            }
            for (String path : OF_WORKERS) {
                assertThat(status(client, "POST", "http://localhost:" + pages + path)).as("port of pages " + path).isEqualTo(404);
            }
            assertThat(status(client, "GET", "http://localhost:" + pages + "/login")).isEqualTo(200);
            assertThat(status(client, "POST", "https://localhost:" + line + "/worker/next")).as("a question without content").isEqualTo(400);
        } finally {
            worker.destroy();
            node.destroy();
            worker.waitFor();
            node.waitFor();
        }
        assertThat(Files.readString(workerLog)).contains("worker.stopped unfinished=0");
    }

    private static int status(HttpClient client, String method, String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).method(method, HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpClient client(TestAuthority nodes, TestAuthority.Pem own) {
        SSLContext tls = SslBundle.of(new PemSslStoreBundle(
                PemSslStoreDetails.forCertificate(own.certificate().toUri().toString()).withPrivateKey(own.key().toUri().toString()),
                PemSslStoreDetails.forCertificate(nodes.certificate().toUri().toString()))).createSslContext();
        return HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build();
    }

    private static Process jar(Path log, String heap, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-jar", Path.of("target", "countersign.jar").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
