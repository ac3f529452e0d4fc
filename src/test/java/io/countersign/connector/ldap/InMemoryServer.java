package io.countersign.connector.ldap;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyResult;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** A directory in this JVM that speaks LDAPS and StartTLS, and can keep its answers to itself. */
final class InMemoryServer {

    private final InMemoryDirectoryServer server;
    private final Path authority;
    private volatile CountDownLatch silence = new CountDownLatch(0);

    private InMemoryServer(Path folder, String host, Schema schema)
            throws LDAPException, IOException, GeneralSecurityException, InterruptedException {
        TestCertificate certificate = TestCertificate.in(folder, host);
        SSLContext tls = certificate.forServer();
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(LdapConnectorTest.BASE);
        InetAddress here = InetAddress.getLoopbackAddress();
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPSConfig("ldaps", here, 0, tls.getServerSocketFactory(), tls.getSocketFactory()),
                InMemoryListenerConfig.createLDAPConfig("ldap", here, 0, tls.getSocketFactory()));
        config.setSchema(schema);
        config.setEnforceAttributeSyntaxCompliance(false);
        config.addInMemoryOperationInterceptor(new Silence());
        this.server = new InMemoryDirectoryServer(config);
        this.authority = certificate.certificate();
    }

    /** @param host the name in its certificate; the server listens on localhost all the same */
    static InMemoryServer start(Path folder, String host, Schema schema)
            throws LDAPException, IOException, GeneralSecurityException, InterruptedException {
        InMemoryServer started = new InMemoryServer(folder, host, schema);
        started.server.startListening();
        return started;
    }

    InMemoryDirectoryServer directory() {
        return server;
    }

    URI ldaps() {
        return URI.create("ldaps://localhost:" + server.getListenPort("ldaps"));
    }

    URI ldap() {
        return URI.create("ldap://localhost:" + server.getListenPort("ldap"));
    }

    Path authority() {
        return authority;
    }

    /** Changes are made from now on, and their answers kept back, until {@link #speak()}. */
    void keepSilent() {
        silence = new CountDownLatch(1);
    }

    void speak() {
        silence.countDown();
    }

    private final class Silence extends InMemoryOperationInterceptor {

        @Override
        public void processModifyResult(InMemoryInterceptedModifyResult result) {
            try {
                silence.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
