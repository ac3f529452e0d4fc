package io.countersign.connector.remote;

import jakarta.servlet.http.HttpServletRequest;
import java.security.KeyStore;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * The port for workers: TLS 1.2 or 1.3, and nobody comes as far as a request without a certificate that the authority of workers
 * signed. New certificates are taken when the bundle is told to reload them.
 */
final class WorkerPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int MOST_THREADS = 50;
    private static final int MOST_CONNECTIONS = 1000;

    private final RemoteSettings settings;
    private final SslBundles bundles;
    private final Connector connector = new Connector(Http11NioProtocol.class.getName());

    WorkerPort(RemoteSettings settings, SslBundles bundles) {
        this.settings = settings;
        this.bundles = bundles;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (settings.port() != 0 && settings.port() == server.getPort()) {
            throw new IllegalStateException("countersign.connector.remote.port must differ from the port of the pages, which is " + server.getPort() + " too");
        }
        Http11NioProtocol protocol = (Http11NioProtocol) connector.getProtocolHandler();
        connector.setPort(settings.port());
        connector.setScheme("https");
        connector.setSecure(true);
        protocol.setSSLEnabled(true);
        protocol.setMaxThreads(MOST_THREADS);
        protocol.setMaxConnections(MOST_CONNECTIONS);
        protocol.setMaxKeepAliveRequests(-1);
        // Whoever comes has its certificate and its question ready; a connection between two questions may stay.
        protocol.setConnectionTimeout(10_000);
        protocol.setKeepAliveTimeout(60_000);
        protocol.addSslHostConfig(tls(bundle()));
        bundles.addBundleUpdateHandler(settings.sslBundle(), renewed -> protocol.addSslHostConfig(tls(renewed), true));
        server.addAdditionalTomcatConnectors(connector);
    }

    /** Whether the request came in here. The port is that of the socket, which no header of the request can change. */
    boolean serves(HttpServletRequest request) {
        return request.getLocalPort() == number();
    }

    /** Where it listens; below 1 as long as it does not. */
    int number() {
        return connector.getLocalPort();
    }

    private SslBundle bundle() {
        try {
            return bundles.getBundle(settings.sslBundle());
        } catch (NoSuchSslBundleException missing) {
            throw new IllegalStateException("countersign.connector.remote.ssl-bundle names '" + settings.sslBundle() + "', and there is no such bundle. Give "
                    + "spring.ssl.bundle.pem." + settings.sslBundle() + ".keystore.certificate, .keystore.private-key and .truststore.certificate", missing);
        }
    }

    private SSLHostConfig tls(SslBundle bundle) {
        SSLHostConfig tls = new SSLHostConfig();
        tls.setProtocols("TLSv1.2+TLSv1.3");
        tls.setCertificateVerification("required");
        // Without a store of our own, everybody whom any public authority ever signed would be let in.
        tls.setTrustStore(required(bundle.getStores().getTrustStore(), "truststore.certificate"));
        SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystore(required(bundle.getStores().getKeyStore(), "keystore.certificate"));
        certificate.setCertificateKeystorePassword(bundle.getStores().getKeyStorePassword());
        certificate.setCertificateKeyPassword(bundle.getKey().getPassword());
        certificate.setCertificateKeyAlias(bundle.getKey().getAlias());
        tls.addCertificate(certificate);
        return tls;
    }

    private KeyStore required(KeyStore store, String setting) {
        if (store == null) {
            throw new IllegalStateException("spring.ssl.bundle.pem." + settings.sslBundle() + "." + setting + " must be given for the port of the workers");
        }
        return store;
    }
}
