package io.countersign.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.CallClaims;
import io.countersign.connector.Connector;
import io.countersign.connector.remote.TestAuthority;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** A worker in this JVM: all of it but its Spring context. */
public final class TestWorker implements AutoCloseable {

    private final OrderLoops loops;

    private TestWorker(OrderLoops loops) {
        this.loops = loops;
    }

    /** @param connector made with the books that a worker has */
    public static TestWorker start(URI node, Path authority, TestAuthority.Pem own, BiFunction<CallClaims, CredentialVerifier, Connector> connector) {
        LineClaims books = new LineClaims();
        OrderLoops loops = new OrderLoops(List.of(line(node, authority, own)), new CarriesOut(List.of(connector.apply(books, books))), 3);
        loops.start();
        return new TestWorker(loops);
    }

    /** A line of which a test does what a worker would. @param own null for one that has no certificate */
    static NodeLine line(URI node, Path authority, TestAuthority.Pem own) {
        PemSslStoreDetails keys = own == null ? null : PemSslStoreDetails.forCertificate(own.certificate().toUri().toString()).withPrivateKey(own.key().toUri().toString());
        SslBundle bundle = SslBundle.of(new PemSslStoreBundle(keys, PemSslStoreDetails.forCertificate(authority.toUri().toString())));
        return new Lines(new WorkerSettings(List.of(node), "worker", 1), new DefaultSslBundleRegistry("worker", bundle), new ObjectMapper()).all().get(0);
    }

    boolean ended() {
        return !loops.isRunning();
    }

    @Override
    public void close() {
        loops.stop();
    }
}
