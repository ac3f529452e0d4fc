package io.countersign.connector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.Answer;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.ConnectorContractTest;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import io.countersign.evidence.Actor;
import io.countersign.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SandboxConnectorTest extends ConnectorContractTest {

    /** An attribute that no action touches. */
    private static final String NOTE = "note";
    private static final Actor TRAINER = Actor.person("trainer");

    private final AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2026-01-05T10:00:00Z"));
    private final InstantSource clock = time::get;
    private final JdbcClient jdbc = TestDatabase.jdbcClient();
    private final SandboxJson json = new SandboxJson(new ObjectMapper());
    private final SandboxTargets targets = new SandboxTargets(jdbc, json, clock);
    private final SandboxTrainings trainings = new SandboxTrainings(jdbc);
    private final SandboxTraining training = new SandboxTraining(targets, trainings, entry -> { });
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(TestDatabase.dataSource());
    private final SandboxConnector sandbox = new SandboxConnector(new SandboxOrders(targets, new SandboxCalls(jdbc, json), clock), targets,
            trainings, new SandboxLine(trainings, credentials, transactions));

    @AfterEach
    void beGoodAgain() {
        train(sandbox -> sandbox.trainAll(Training.NONE, TRAINER));
    }

    @Override
    protected Connector connector() {
        return sandbox;
    }

    /** One of each shape; {@link SandboxEffectTest} has all. */
    @Override
    protected Stream<String> reversibleActions() {
        return Stream.of("isolate-host", "disable-account", "quarantine-mail", "remove-from-group");
    }

    @Override
    protected Subject aFreshSubject(String actionType) {
        return new Subject(new Target(TargetKind.HOST, "host-" + UUID.randomUUID()), Map.of("group", "Domain Admins"));
    }

    @Override
    protected Target anUnknownTarget(String actionType) {
        Target target = aFreshSubject(actionType).target();
        train(sandbox -> sandbox.train(target, Training.of(Fault.ABSENT), TRAINER));
        return target;
    }

    @Override
    protected Map<String, String> everythingAbout(Subject subject) {
        Map<String, String> stored = targets.read(subject.target());
        Map<String, String> all = new TreeMap<>();
        Stream.of(SandboxEffect.values())
                .forEach(effect -> all.put(effect.name(), effect.seen(call(effect.actionType(), subject), stored).toString()));
        Optional.ofNullable(stored.get(NOTE)).ifPresent(note -> all.put(NOTE, note));
        return all;
    }

    @Override
    protected Map<String, String> strangerChangesSomethingElse(Subject subject) {
        train(sandbox -> sandbox.change(subject.target(), Map.of(NOTE, "seen by a stranger"), TRAINER));
        return Map.of(NOTE, "seen by a stranger");
    }

    @Override
    protected void strangerDoesTheSame(String actionType, Subject subject) {
        set(actionType, subject, true);
    }

    @Override
    protected void strangerTakesItBack(String actionType, Subject subject) {
        set(actionType, subject, false);
    }

    private void set(String actionType, Subject subject, boolean done) {
        ConnectorCall call = call(actionType, subject);
        SandboxEffect effect = SandboxEffect.of(actionType).orElseThrow();
        TargetState natural = effect.seen(call, Map.of());
        Map<String, String> changes = done ? effect.changes(call, natural, effect.after(natural)) : effect.changes(call, effect.after(natural), natural);
        train(sandbox -> sandbox.change(subject.target(), changes, TRAINER));
    }

    @Override
    protected Broken aBrokenConnector() {
        train(sandbox -> sandbox.trainAll(Training.of(Fault.UNREACHABLE), TRAINER));
        return new Broken(sandbox, "UNREACHABLE");
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"REFUSES", "UNREACHABLE", "ABSENT"})
    void aRefusedOrderHasNoEffect(Fault fault) {
        Subject subject = aFreshSubject("isolate-host");
        Map<String, String> before = everythingAbout(subject);
        train(sandbox -> sandbox.train(subject.target(), Training.of(fault).on(Training.On.ACT), TRAINER));
        assertThat(act(call("isolate-host", subject))).isInstanceOf(Answer.Refused.class);
        assertThat(everythingAbout(subject)).isEqualTo(before);
    }

    @Test
    void anOrderMayTakeEffectThoughItsAnswerIsLost() {
        Subject subject = aFreshSubject("isolate-host");
        train(sandbox -> sandbox.train(subject.target(), Training.of(Fault.ANSWER_LOST_AFTER_EFFECT), TRAINER));
        assertThat(act(call("isolate-host", subject))).isInstanceOf(Answer.Lost.class);
        assertThat(isolated(subject)).isEqualTo("true");
    }

    @Test
    void anOrderMayBeLostWithItsAnswer() {
        Subject subject = aFreshSubject("isolate-host");
        train(sandbox -> sandbox.train(subject.target(), Training.of(Fault.ANSWER_LOST_BEFORE_EFFECT), TRAINER));
        assertThat(act(call("isolate-host", subject))).isInstanceOf(Answer.Lost.class);
        assertThat(isolated(subject)).isEqualTo("false");
    }

    @Test
    void anAcceptedOrderMayTakeEffectLater() {
        Subject subject = aFreshSubject("isolate-host");
        ConnectorCall call = call("isolate-host", subject);
        TargetState prior = sandbox.capture(call);
        train(sandbox -> sandbox.train(subject.target(), Training.NONE.delayed(Duration.ofSeconds(30)), TRAINER));
        assertThat(act(call)).isInstanceOf(Answer.Accepted.class);
        assertThat(isolated(subject)).isEqualTo("false");
        pass(Duration.ofSeconds(31));
        assertThat(isolated(subject)).isEqualTo("true");
        undo(call, prior);
        assertThat(isolated(subject)).isEqualTo("true");
        pass(Duration.ofSeconds(31));
        assertThat(sandbox.capture(call)).isEqualTo(prior);
    }

    @Test
    void anOrderTakenBackBeforeItsEffectNeverHasOne() {
        Subject subject = aFreshSubject("isolate-host");
        ConnectorCall call = call("isolate-host", subject);
        TargetState prior = sandbox.capture(call);
        train(sandbox -> sandbox.train(subject.target(), Training.NONE.delayed(Duration.ofSeconds(30)), TRAINER));
        act(call);
        assertThat(undo(call, prior)).isInstanceOf(Answer.Accepted.class);
        pass(Duration.ofMinutes(5));
        assertThat(isolated(subject)).isEqualTo("false");
    }

    @Test
    void aLaterChangeOfAStrangerIsNotOverrunByAnEffectThatWasDueBefore() {
        Subject subject = aFreshSubject("isolate-host");
        train(sandbox -> sandbox.train(subject.target(), Training.NONE.delayed(Duration.ofSeconds(30)), TRAINER));
        act(call("isolate-host", subject));
        pass(Duration.ofSeconds(31));
        strangerTakesItBack("isolate-host", subject);
        pass(Duration.ofSeconds(31));
        assertThat(isolated(subject)).isEqualTo("false");
    }

    @Test
    void anUndoLeavesAStrangersValueOfTheSameAttributeAlone() {
        Subject subject = aFreshSubject("quarantine-mail");
        ConnectorCall call = call("quarantine-mail", subject);
        TargetState prior = sandbox.capture(call);
        act(call);
        train(sandbox -> sandbox.change(subject.target(), Map.of("folder", "legal-hold"), TRAINER));
        assertThat(undo(call, prior)).isInstanceOf(Answer.Refused.class);
        assertThat(sandbox.capture(call)).isEqualTo(TargetState.of("folder", "legal-hold"));
    }

    @Test
    void anIrreversibleEffectIsMadeOnceAndNeverTakenBack() {
        Subject subject = aFreshSubject("snapshot-disk");
        ConnectorCall call = call("snapshot-disk", subject);
        TargetState prior = sandbox.capture(call);
        act(call);
        act(call);
        assertThat(sandbox.capture(call)).isEqualTo(TargetState.of("snapshots", "1"));
        assertThat(undo(call, prior)).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void manyAtOnceWithOneKeyMakeOneEffect() {
        Subject subject = aFreshSubject("snapshot-disk");
        ConnectorCall call = call("snapshot-disk", subject);
        IntStream.range(0, 8).parallel().forEach(n -> act(call));
        assertThat(sandbox.capture(call)).isEqualTo(TargetState.of("snapshots", "1"));
    }

    @Test
    void aSlowAnswerHoldsNoConnection() throws InterruptedException {
        Subject subject = aFreshSubject("isolate-host");
        train(sandbox -> sandbox.train(subject.target(), Training.NONE.slow(Duration.ofMinutes(5)), TRAINER));
        AtomicReference<Answer> answer = new AtomicReference<>();
        Thread slow = new Thread(() -> answer.set(act(call("isolate-host", subject))));
        slow.start();
        await().until(() -> slow.getState() == Thread.State.TIMED_WAITING && onItsWay(slow));
        assertThat(jdbc.sql("select count(*) from pg_stat_activity where state like 'idle in transaction%'").query(Long.class).single()).isZero();
        slow.interrupt();
        slow.join();
        assertThat(answer.get()).isInstanceOf(Answer.Refused.class);
        assertThat(isolated(subject)).isEqualTo("false");
    }

    @Test
    void anUnreachableTargetCannotBeRead() {
        Subject subject = aFreshSubject("isolate-host");
        train(sandbox -> sandbox.train(subject.target(), Training.of(Fault.UNREACHABLE), TRAINER));
        assertThatThrownBy(() -> isolated(subject)).isInstanceOf(TargetUnreadable.class).hasMessageContaining("unreachable");
    }

    @Test
    void aTrainerSeesWhatWasTrainedAndChanged() {
        Subject subject = aFreshSubject("isolate-host");
        train(sandbox -> sandbox.train(subject.target(), Training.of(Fault.REFUSES), TRAINER));
        train(sandbox -> sandbox.change(subject.target(), Map.of("isolated", "true"), TRAINER));
        assertThat(training.latest(1000)).contains(new SandboxTarget(subject.target(), Map.of("isolated", "true"), Training.of(Fault.REFUSES)));
        assertThat(training.latest(1)).hasSize(1);
    }

    @Test
    void aMissingParameterIsNamed() {
        Subject subject = new Subject(aFreshSubject("remove-from-group").target(), Map.of());
        assertThat(act(call("remove-from-group", subject))).isInstanceOfSatisfying(Answer.Refused.class,
                refused -> assertThat(refused.reason()).contains("'group'"));
    }

    private static boolean onItsWay(Thread slow) {
        return Stream.of(slow.getStackTrace()).anyMatch(frame -> frame.getClassName().equals(SandboxLine.class.getName()));
    }

    private String isolated(Subject subject) {
        return sandbox.capture(call("isolate-host", subject)).attributes().get("isolated");
    }

    private void pass(Duration duration) {
        time.updateAndGet(now -> now.plus(duration));
    }

    private void train(Consumer<SandboxTraining> order) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> order.accept(training));
    }
}
