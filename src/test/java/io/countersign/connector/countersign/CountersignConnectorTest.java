package io.countersign.connector.countersign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.countersign.action.RiskTier;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.agent.AgentEffects;
import io.countersign.agent.AgentModule;
import io.countersign.agent.AgentRegister;
import io.countersign.agent.AgentStatus;
import io.countersign.agent.Agents;
import io.countersign.agent.NewAgent;
import io.countersign.agent.OutstandingCredentials;
import io.countersign.connector.Answer;
import io.countersign.connector.ClaimsForTests;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.ConnectorContractTest;
import io.countersign.connector.TargetState;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.Actor;
import io.countersign.testing.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(AgentModule.class)
class CountersignConnectorTest extends ConnectorContractTest {

    private static final Actor STRANGER = Actor.person("ada");

    private final Effects effects = new Effects();

    @Autowired
    private Agents agents;
    @Autowired
    private AgentRegister register;
    @Autowired
    private OutstandingCredentials outstanding;
    @Autowired
    private InstantSource clock;

    @Override
    protected Connector connector() {
        return connector(agents);
    }

    private Connector connector(Agents register) {
        KnownAgents known = new KnownAgents(register);
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("effects", effects));
        return new CountersignConnector(List.of(new SuspendAgent(known), new RevokeAgentCredentials(known, outstanding),
                new RollBackAgentActions(known, beans.getBeanProvider(AgentEffects.class))), known, ClaimsForTests.redeemingWith(credentials), credentials);
    }

    @Override
    protected Stream<String> reversibleActions() {
        return Stream.of("suspend-agent");
    }

    @Override
    protected Subject aFreshSubject(String actionType) {
        String id = "rogue-" + UUID.randomUUID();
        register.register(new NewAgent(id, "Rogue", "Isolates", "olga", "soc", Set.of("isolate-host"), RiskTier.DUAL, clock.instant().plus(Duration.ofDays(1))), STRANGER);
        agents.changeStatus(id, AgentStatus.ACTIVE, "because of a test", STRANGER);
        return new Subject(new Target(TargetKind.AGENT, id), Map.of());
    }

    @Override
    protected Target anUnknownTarget(String actionType) {
        return new Target(TargetKind.AGENT, "nobody-" + UUID.randomUUID());
    }

    @Override
    protected Map<String, String> everythingAbout(Subject subject) {
        return new TreeMap<>(TestDatabase.jdbcClient().sql("select status, purpose, name, team from agent where id = ?").param(subject.target().value()).query().singleRow()
                .entrySet().stream().collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue()))));
    }

    @Override
    protected Map<String, String> strangerChangesSomethingElse(Subject subject) {
        TestDatabase.jdbcClient().sql("update agent set purpose = 'another' where id = ?").param(subject.target().value()).update();
        return Map.of("purpose", "another");
    }

    @Override
    protected void strangerDoesTheSame(String actionType, Subject subject) {
        agents.changeStatus(subject.target().value(), AgentStatus.SUSPENDED, "a stranger", STRANGER);
    }

    @Override
    protected void strangerTakesItBack(String actionType, Subject subject) {
        agents.changeStatus(subject.target().value(), AgentStatus.ACTIVE, "a stranger", STRANGER);
    }

    @Override
    protected Broken aBrokenConnector() {
        Agents unreadable = mock(Agents.class);
        when(unreadable.all()).thenThrow(new IllegalStateException("no connection"));
        return new Broken(connector(unreadable), "no connection");
    }

    @Test
    void anAgentThatWasRetiredSinceIsLeftAlone() {
        Subject subject = aFreshSubject("suspend-agent");
        ConnectorCall call = call("suspend-agent", subject);
        TargetState prior = connector().capture(call);
        act(call);
        agents.changeStatus(subject.target().value(), AgentStatus.RETIRED, "a stranger", STRANGER);
        assertThat(undo(call, prior)).isInstanceOf(Answer.Refused.class);
        assertThat(everythingAbout(subject)).containsEntry("status", "RETIRED");
    }

    @Test
    void aSuspensionThatAPersonOrderedSinceIsNotTakenBack() {
        Subject subject = aFreshSubject("suspend-agent");
        ConnectorCall call = call("suspend-agent", subject);
        TargetState prior = connector().capture(call);
        act(call);
        strangerTakesItBack("suspend-agent", subject);
        strangerDoesTheSame("suspend-agent", subject);
        assertThat(undo(call, prior)).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.reason()).contains("ada"));
        assertThat(everythingAbout(subject)).containsEntry("status", "SUSPENDED");
    }

    @Test
    void anAgentThatCannotActAnywayIsLeftAsItIs() {
        Subject subject = aFreshSubject("suspend-agent");
        agents.changeStatus(subject.target().value(), AgentStatus.RETIRED, "a stranger", STRANGER);
        ConnectorCall call = call("suspend-agent", subject);
        TargetState prior = connector().capture(call);
        assertThat(connector().expected(call, prior)).isEqualTo(prior);
        assertThat(act(call)).isInstanceOf(Answer.Accepted.class);
        assertThat(everythingAbout(subject)).containsEntry("status", "RETIRED");
    }

    @Test
    void whatItDidIsOrderedBackOnceAndSeenGone() {
        Subject subject = aFreshSubject("roll-back-agent-actions");
        ConnectorCall call = call("roll-back-agent-actions", subject);
        effects.left = 2;
        assertThat(connector().expected(call, connector().capture(call))).isNotEqualTo(connector().capture(call));
        assertThat(act(call)).isInstanceOfSatisfying(Answer.Accepted.class, accepted -> assertThat(accepted.detail()).contains("run 7").contains("Not ordered: run 8"));
        assertThat(connector().capture(call)).isEqualTo(TargetState.of("effects-in-force", "0"));
        effects.left = 1;
        assertThat(act(call)).isInstanceOf(Answer.Lost.class);
        assertThat(effects.orders).isEqualTo(1);
    }

    /** Plays the runs of an agent. */
    private static final class Effects implements AgentEffects {

        private int left;
        private int orders;

        @Override
        public int inEffect(String agent) {
            return left;
        }

        @Override
        public Ordered takeBack(String agent, ActionRunId by) {
            orders++;
            left = 0;
            return new Ordered(List.of("run 7."), List.of("run 8: it is being rolled back."));
        }
    }
}
