package io.countersign.connector.rpz;

import static org.awaitility.Awaitility.await;

import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.agent.Credential;
import io.countersign.connector.Answer;
import io.countersign.connector.ClaimsForTests;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.ConnectorContractTest;
import io.countersign.connector.DomainName;
import io.countersign.connector.Holding;
import io.countersign.connector.SelfCheck;
import io.countersign.connector.TargetState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What holds for every resolver. Resolvers take a changed zone in some moments later, so each change is waited for. */
abstract class RpzConnectorTest extends ConnectorContractTest {

    static final PolicyZone ZONE = PolicyZone.of(Named.ZONE);

    abstract RpzSettings settings(String key) throws IOException;

    private RpzConnector real;

    RpzConnector real() {
        if (real == null) {
            real = open(Named.KEY);
        }
        return real;
    }

    RpzConnector open(String key) {
        try {
            return RpzConfiguration.connector(settings(key), ClaimsForTests.redeemingWith(credentials), credentials);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    RpzStranger stranger() {
        try {
            return new RpzStranger(settings(Named.STRANGER));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Until the resolver answers as the zone says. */
    void takenIn(DomainName domain) {
        try {
            RpzSettings settings = settings(Named.STRANGER);
            Primary primary = new Primary(settings, ZONE, KeyFile.read(settings));
            boolean blocked = primary.look(ZONE.entry(domain)) == Primary.Standing.BLOCKED;
            await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20)).until(() -> new Resolver(settings, ZONE).blocks(domain) == blocked);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    protected Connector connector() {
        return new Patient();
    }

    @Override
    protected Stream<String> reversibleActions() {
        return Stream.of("block-domain");
    }

    @Override
    protected Subject aFreshSubject(String actionType) {
        return new Subject(new Target(TargetKind.DOMAIN, "Evil-" + UUID.randomUUID() + ".Example."), Map.of());
    }

    @Override
    protected Target anUnknownTarget(String actionType) {
        return new Target(TargetKind.DOMAIN, "32.1.2.0.192.rpz-ip");
    }

    @Override
    protected Map<String, String> everythingAbout(Subject subject) {
        return stranger().everythingWith(domain(subject).ascii());
    }

    @Override
    protected Map<String, String> strangerChangesSomethingElse(Subject subject) {
        return stranger().allow(domain(subject));
    }

    @Override
    protected void strangerDoesTheSame(String actionType, Subject subject) {
        stranger().block(domain(subject));
        takenIn(domain(subject));
    }

    @Override
    protected void strangerTakesItBack(String actionType, Subject subject) {
        stranger().free(domain(subject));
        takenIn(domain(subject));
    }

    static DomainName domain(Subject subject) {
        return DomainName.of(subject.target().value());
    }

    /** The connector, followed by the wait that the product's observation has. */
    private final class Patient implements Connector {

        @Override
        public String id() {
            return real().id();
        }

        @Override
        public String name() {
            return real().name();
        }

        @Override
        public boolean sandbox() {
            return real().sandbox();
        }

        @Override
        public Set<String> actionTypes() {
            return real().actionTypes();
        }

        @Override
        public TargetState capture(ConnectorCall call) {
            return real().capture(call);
        }

        @Override
        public TargetState expected(ConnectorCall call, TargetState prior) {
            return real().expected(call, prior);
        }

        @Override
        public Answer act(ConnectorCall call, Credential credential) {
            return afterwards(call, real().act(call, credential));
        }

        @Override
        public Answer undo(ConnectorCall call, TargetState prior, Credential credential) {
            return afterwards(call, real().undo(call, prior, credential));
        }

        @Override
        public Optional<List<Holding>> enumerate() {
            return real().enumerate();
        }

        @Override
        public SelfCheck check() {
            return real().check();
        }

        private Answer afterwards(ConnectorCall call, Answer answer) {
            if (answer instanceof Answer.Accepted) {
                takenIn(DomainName.of(call.target().value()));
            }
            return answer;
        }
    }
}
