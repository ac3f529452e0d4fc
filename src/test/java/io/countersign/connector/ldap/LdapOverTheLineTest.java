package io.countersign.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.connector.Answer;
import io.countersign.connector.ClaimsForTests;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import io.countersign.connector.remote.TestAuthority;
import io.countersign.connector.remote.TestNode;
import io.countersign.worker.TestWorker;
import io.countersign.worker.WorkerProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole contract, and all that holds for the directory, once more: between the node and the directory there is a worker, and a line
 * with real sockets and certificates. The broken one is another worker's.
 */
class LdapOverTheLineTest extends LdapConnectorInMemoryTest {

    private TestAuthority nodes;
    private TestAuthority workers;
    private TestNode node;
    private TestWorker worker;
    private TestWorker broken;

    @BeforeAll
    void layTheLine(@TempDir Path folder) throws Exception {
        nodes = TestAuthority.in(folder.resolve("nodes"));
        workers = TestAuthority.in(folder.resolve("workers"));
        node = TestNode.start(0, workers.certificate(), nodes.issue("node"), ClaimsForTests.redeemingWith(credentials), credentials, "fetch-within=30s", "answer-within=30s",
                "products.ldap.actions=disable-account,remove-from-group", "products.ldap.workers=dmz-1",
                "products.far-ldap.actions=disable-account", "products.far-ldap.workers=dmz-3", "products.far-ldap.connector=ldap",
                "products.broken-ldap.actions=disable-account", "products.broken-ldap.workers=dmz-2", "products.broken-ldap.connector=ldap");
        worker = TestWorker.start(node.line(), nodes.certificate(), workers.issue("dmz-1"),
                (claims, verifier) -> LdapConfiguration.connector(settings(), claims, verifier));
        broken = TestWorker.start(node.line(), nodes.certificate(), workers.issue("dmz-2"), (claims, verifier) -> LdapConfiguration.connector(
                settings(settings().url(), false, settings().caFile(), dn("unknown"), LdapSettings.Flavour.RFC2307, PEOPLE), claims, verifier));
    }

    @AfterAll
    void takeItDown() {
        worker.close();
        broken.close();
        node.close();
    }

    @Override
    protected Connector connector() {
        return node.connector("ldap");
    }

    @Override
    protected Broken aBrokenConnector() {
        return new Broken(node.connector("broken-ldap"), "Cannot connect and bind as " + dn("unknown"));
    }

    /** The command itself, in a process of its own, which is then told to end. */
    @Test
    void theCommandServesItUntilItIsToldToEnd(@TempDir Path folder) throws Exception {
        Subject subject = aFreshSubject("disable-account");
        Connector far = node.connector("far-ldap");
        ConnectorCall call = call("disable-account", subject);
        try (WorkerProcess process = WorkerProcess.start(folder.resolve("worker.log"), node.line(), nodes.certificate(), workers.issue("dmz-3"),
                "--countersign.connector.ldap.url=" + settings().url(), "--countersign.connector.ldap.ca-file=" + settings().caFile(),
                "--countersign.connector.ldap.bind-dn=" + settings().bindDn(), "--countersign.connector.ldap.password=" + PASSWORD,
                "--countersign.connector.ldap.flavour=RFC2307", "--countersign.connector.ldap.user-base=" + PEOPLE, "--countersign.connector.ldap.group-base=" + GROUPS)) {
            assertThat(far.check().findings()).as(process.said()).isEmpty();
            TargetState prior = far.capture(call);
            assertThat(far.act(call, credentials.issue(Verb.ACT, "far-ldap", call.digest(), call.target()))).isInstanceOf(Answer.Accepted.class);
            assertThat(read(dn(subject)).hasAttribute(lockAttribute())).isTrue();
            assertThat(far.undo(call, prior, credentials.issue(Verb.UNDO, "far-ldap", call.digest(), call.target()))).isInstanceOf(Answer.Accepted.class);
            assertThat(read(dn(subject)).hasAttribute(lockAttribute())).isFalse();
            assertThat(process.terminate()).as(process.said()).isTrue();
            assertThat(process.said()).contains("worker.started", "connectors=[ldap]", "worker.stopped unfinished=0").doesNotContain(PASSWORD);
        }
    }

    @Test
    void itIsTheWorkerThatActs() {
        Subject subject = aFreshSubject("disable-account");
        ConnectorCall call = call("disable-account", subject);
        assertThat(act(call)).isInstanceOfSatisfying(Answer.Accepted.class, accepted -> assertThat(accepted.detail()).endsWith("(worker dmz-1)"));
        assertThat(read(dn(subject)).hasAttribute(lockAttribute())).isTrue();
    }
}
