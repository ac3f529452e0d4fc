package io.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.countersign.agent.TestCredentials;
import io.countersign.connector.ClaimsForTests;
import io.countersign.connector.remote.TestAuthority;
import io.countersign.connector.remote.TestNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code docker/worker-certificates.sh} makes is what the two ends need. Where there is no OpenSSL the test is skipped with a message,
 * unless {@code COUNTERSIGN_REQUIRE_OPENSSL=1} demands one.
 */
class WorkerCertificatesTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void openssl() {
        boolean there = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator)).anyMatch(path -> Files.isExecutable(Path.of(path, "openssl")));
        if (!there && "1".equals(System.getenv("COUNTERSIGN_REQUIRE_OPENSSL"))) {
            throw new IllegalStateException("This build demands OpenSSL: install it (Debian: openssl)");
        }
        assumeTrue(there, "Skipped: no OpenSSL is installed here");
    }

    @Test
    void aNodeAndAWorkerUnderstandEachOtherWithThem() throws Exception {
        assertThat(script("nodes", "localhost")).isZero();
        assertThat(script("workers", "worker-dmz")).isZero();
        Path nodes = folder.resolve("nodes-authority.crt");
        TestAuthority.Pem worker = pem("worker-dmz");
        TestCredentials credentials = new TestCredentials();
        try (TestNode node = TestNode.start(0, folder.resolve("workers-authority.crt"), pem("localhost"), ClaimsForTests.redeemingWith(credentials), credentials,
                "products.gate.actions=block-address", "products.gate.workers=worker-dmz", "fetch-within=60s");
                TestWorker serving = TestWorker.start(node.line(), nodes, worker, (claims, verifier) -> new Gate(Gate.open(), claims, verifier))) {
            assertThat(node.connector("gate").check().findings()).isEmpty();
            assertThatThrownBy(() -> TestWorker.line(node.line(), nodes, pem("localhost")).next(Segment.ask(Gate.ID)))
                    .as("a node's certificate is none of a worker").isInstanceOf(LineFailure.Broken.class);
        }
    }

    @Test
    void whatIsThereStaysAndNobodyElseReadsIt() throws Exception {
        script("workers", "one");
        String key = Files.readString(folder.resolve("one.key"));
        assertThat(script("workers", "one", "two")).isZero();
        assertThat(Files.readString(folder.resolve("one.key"))).isEqualTo(key);
        assertThat(Files.getPosixFilePermissions(folder.resolve("two.key"))).extracting(Enum::name).containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
        assertThat(script("workers", "../three")).isEqualTo(2);
        assertThat(script("people", "four")).isEqualTo(2);
    }

    private TestAuthority.Pem pem(String name) {
        return new TestAuthority.Pem(folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
    }

    private int script(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("docker/worker-certificates.sh", folder.toString()));
        command.addAll(List.of(arguments));
        Process script = new ProcessBuilder(command).redirectErrorStream(true).start();
        script.getInputStream().readAllBytes();
        return script.waitFor();
    }
}
