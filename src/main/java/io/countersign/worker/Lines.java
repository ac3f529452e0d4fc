package io.countersign.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** The lines to all nodes, with the certificate of this worker. Host names are checked against the nodes' certificates. */
final class Lines {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final WorkerSettings settings;
    private final ObjectMapper json;
    private volatile HttpClient http;

    Lines(WorkerSettings settings, SslBundles bundles, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        this.http = client(bundle(bundles));
        bundles.addBundleUpdateHandler(settings.sslBundle(), renewed -> http = client(renewed));
    }

    List<NodeLine> all() {
        return settings.nodes().stream().map(node -> new NodeLine(node, () -> http, json)).toList();
    }

    private SslBundle bundle(SslBundles bundles) {
        try {
            SslBundle bundle = bundles.getBundle(settings.sslBundle());
            require(bundle.getStores().getKeyStore(), "keystore.certificate", "it says which worker this is");
            require(bundle.getStores().getTrustStore(), "truststore.certificate", "without it, whomever any public authority ever signed could pass for a node and give orders");
            return bundle;
        } catch (NoSuchSslBundleException missing) {
            throw new IllegalStateException("countersign.worker.ssl-bundle names '" + settings.sslBundle() + "', and there is no such bundle. Give spring.ssl.bundle.pem."
                    + settings.sslBundle() + ".keystore.certificate, .keystore.private-key and .truststore.certificate", missing);
        }
    }

    private void require(KeyStore store, String setting, String why) {
        if (store == null) {
            throw new IllegalStateException("spring.ssl.bundle.pem." + settings.sslBundle() + "." + setting + " must be given: " + why);
        }
    }

    private static HttpClient client(SslBundle bundle) {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).sslContext(bundle.createSslContext())
                .followRedirects(HttpClient.Redirect.NEVER).build();
    }
}
