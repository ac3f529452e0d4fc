package io.countersign.connector.ldap;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.GetEntryLDAPConnectionPoolHealthCheck;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import io.countersign.connector.Answer;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;

/**
 * A pool of bound TLS connections to one directory server. Starting does not need the server to be up. Reading may be
 * repeated on a fresh connection; a change is sent once.
 */
final class Directory implements AutoCloseable {

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(30);

    private final LDAPConnectionPool pool;
    private final BindRequest bind;

    private Directory(LDAPConnectionPool pool, BindRequest bind) {
        this.pool = pool;
        this.bind = bind;
    }

    static Directory open(LdapSettings settings) {
        try {
            BindRequest bind = new SimpleBindRequest(settings.bindDn(), settings.readPassword());
            LDAPConnectionPool pool = new LDAPConnectionPool(server(settings), bind, 0, settings.connections());
            pool.setConnectionPoolName("ldap");
            pool.setCreateIfNecessary(false);
            pool.setMaxWaitTimeMillis(settings.connectTimeout().toMillis());
            pool.setMaxConnectionAgeMillis(LONGEST_LIFE.toMillis());
            pool.setRetryFailedOperationsDueToInvalidConnections(Set.of(OperationType.SEARCH, OperationType.COMPARE));
            // Without a look on checkout, a connection that the server closed meanwhile would make every first order of the day a lost one.
            pool.setHealthCheck(new GetEntryLDAPConnectionPoolHealthCheck("", settings.responseTimeout().toMillis(), false, true, false, false, true));
            return new Directory(pool, bind);
        } catch (LDAPException impossible) {
            throw new IllegalStateException("The directory's connection pool could not be made", impossible);
        }
    }

    /** For reading only. */
    LDAPInterface reader() {
        return pool;
    }

    /** A connection of its own, freshly bound: what the server says now, not what it said when the pool was filled. */
    LDAPConnection fresh() throws LDAPException {
        LDAPConnection connection = pool.getServerSet().getConnection();
        try {
            connection.bind(bind);
            return connection;
        } catch (LDAPException refused) {
            connection.close();
            throw refused;
        }
    }

    /** Sends one change, once. @param late asked when a connection is there: if true, nothing is sent */
    Answer send(ModifyRequest change, BooleanSupplier late) {
        LDAPConnection connection;
        try {
            connection = pool.getConnection();
        } catch (LDAPException unreachable) {
            return new Answer.Refused("The directory cannot be reached, nothing was sent: " + DirectoryWords.of(unreachable));
        }
        if (late.getAsBoolean()) {
            pool.releaseConnection(connection);
            return new Answer.Refused("It took too long until the order could be sent, so nothing was sent");
        }
        try {
            connection.modify(change);
            pool.releaseConnection(connection);
            return new Answer.Accepted("The directory changed " + change.getDN());
        } catch (LDAPException failure) {
            giveBack(connection, failure);
            return DirectoryWords.answer(failure);
        }
    }

    private void giveBack(LDAPConnection connection, LDAPException failure) {
        if (failure.getResultCode().isClientSideResultCode()) {
            pool.discardConnection(connection);
        } else {
            pool.releaseConnection(connection);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static SingleServerSet server(LdapSettings settings) {
        SSLContext tls = Trust.of(settings.caFile());
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(Math.toIntExact(settings.connectTimeout().toMillis()));
        options.setResponseTimeoutMillis(settings.responseTimeout().toMillis());
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true, false));
        options.setFollowReferrals(false);
        options.setUseSynchronousMode(true);
        PostConnectProcessor startTls = settings.startTls() ? new StartTLSPostConnectProcessor(tls) : null;
        return new SingleServerSet(settings.url().getHost(), settings.port(), settings.startTls() ? null : tls.getSocketFactory(), options,
                null, startTls);
    }
}
