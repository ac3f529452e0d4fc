package io.countersign.worker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.agent.TestCredentials;
import io.countersign.connector.ClaimsForTests;
import io.countersign.connector.remote.TestAuthority;
import io.countersign.connector.remote.TestNode;
import io.countersign.connector.remote.WorkerLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** A certificate lasts a year, a node and a worker longer: each takes the new one without a restart. */
class LineRenewalTest {

    @Test
    void bothEndsTakeNewCertificates(@TempDir Path folder) throws Exception {
        TestAuthority old = TestAuthority.in(folder.resolve("old"));
        TestAuthority renewed = TestAuthority.in(folder.resolve("renewed"));
        TestAuthority workers = TestAuthority.in(folder.resolve("workers"));
        TestAuthority.Pem own = old.issue("node");
        TestAuthority.Pem next = renewed.issue("node");
        TestAuthority.Pem dmz = workers.issue("dmz");
        TestAuthority.Pem stranger = old.issue("dmz");
        TestCredentials credentials = new TestCredentials();
        try (TestNode node = TestNode.start(0, workers.certificate(), own, ClaimsForTests.redeemingWith(credentials), credentials, "products.gate.actions=block-address",
                "products.gate.workers=dmz", "spring.ssl.bundle.pem.workers.reload-on-update=true", "spring.ssl.bundle.watch.file.quiet-period=200ms")) {
            DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("worker", bundle(old, stranger));
            NodeLine line = new Lines(new WorkerSettings(List.of(node.line()), "worker", 1), bundles, new ObjectMapper()).all().get(0);
            assertThatThrownBy(() -> leave(line)).as("a worker of another authority").isInstanceOf(LineFailure.Broken.class);

            bundles.updateBundle("worker", bundle(old, dmz));
            assertDoesNotThrow(() -> leave(line), "the worker has another certificate");

            Files.move(next.key(), own.key(), StandardCopyOption.REPLACE_EXISTING);
            Files.move(next.certificate(), own.certificate(), StandardCopyOption.REPLACE_EXISTING);
            bundles.updateBundle("worker", bundle(renewed, dmz));
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertDoesNotThrow(() -> leave(line), "the node has another certificate"));
            bundles.updateBundle("worker", bundle(old, dmz));
            assertThatThrownBy(() -> leave(line)).as("and no longer the old one").isInstanceOf(LineFailure.Broken.class);
        }
    }

    private static void leave(NodeLine line) {
        line.leave(new WorkerLine.Leave(Segment.ask(Gate.ID).process()));
    }

    private static SslBundle bundle(TestAuthority nodes, TestAuthority.Pem own) {
        return SslBundle.of(new PemSslStoreBundle(
                PemSslStoreDetails.forCertificate(own.certificate().toUri().toString()).withPrivateKey(own.key().toUri().toString()),
                PemSslStoreDetails.forCertificate(nodes.certificate().toUri().toString())));
    }
}
