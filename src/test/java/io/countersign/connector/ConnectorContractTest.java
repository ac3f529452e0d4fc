package io.countersign.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.ActionDigest;
import io.countersign.action.Target;
import io.countersign.agent.Credential;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.agent.CredentialRefused;
import io.countersign.agent.TestCredentials;
import io.countersign.evidence.ActionRunId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of {@link Connector} as tests. Every connector's test extends this, says how to make a fresh target and how to look
 * at it past the connector, and adds what is its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ConnectorContractTest {

    private static final ActionDigest DIGEST = new ActionDigest("ab".repeat(32));
    private static final ActionDigest OTHER_DIGEST = new ActionDigest("cd".repeat(32));

    protected final TestCredentials credentials = new TestCredentials();

    protected abstract Connector connector();

    /** Catalogue ids of what it can do and take back. */
    protected abstract Stream<String> reversibleActions();

    /** A target that the product knows, used by no other test, not yet as the action would make it; and the parameters. */
    protected abstract Subject aFreshSubject(String actionType);

    /** Of the right kind for the action, and unknown to the product. */
    protected abstract Target anUnknownTarget(String actionType);

    /** Everything the product keeps about the target, read past the connector. */
    protected abstract Map<String, String> everythingAbout(Subject subject);

    /** Somebody else changes something that the action does not touch. @return that, as {@link #everythingAbout} shows it */
    protected abstract Map<String, String> strangerChangesSomethingElse(Subject subject);

    /** Somebody else makes the target as the action would. */
    protected abstract void strangerDoesTheSame(String actionType, Subject subject);

    /** Somebody else makes the target as it was before the action. */
    protected abstract void strangerTakesItBack(String actionType, Subject subject);

    /** The same connector in a condition in which it cannot work, and a word its self-check must say about it. */
    protected abstract Broken aBrokenConnector();

    public record Subject(Target target, Map<String, String> parameters) {
    }

    public record Broken(Connector connector, String finding) {
    }

    @ParameterizedTest
    @MethodSource("reversibleActions")
    void captureAndExpectedAndCheckChangeNothing(String action) {
        Subject subject = aFreshSubject(action);
        Map<String, String> before = everythingAbout(subject);
        ConnectorCall call = call(action, subject);
        TargetState prior = connector().capture(call);
        assertThat(connector().expected(call, prior)).isNotEqualTo(prior).isEqualTo(connector().expected(call, prior));
        connector().check();
        assertThat(connector().capture(call)).isEqualTo(prior);
        assertThat(everythingAbout(subject)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("reversibleActions")
    void anEffectIsAsExpectedAndItsUndoIsAsBefore(String action) {
        Subject subject = aFreshSubject(action);
        Map<String, String> before = everythingAbout(subject);
        ConnectorCall call = call(action, subject);
        TargetState prior = connector().capture(call);
        assertThat(act(call)).isInstanceOf(Answer.Accepted.class);
        assertThat(connector().capture(call)).isEqualTo(connector().expected(call, prior));
        assertThat(undo(call, prior)).isInstanceOf(Answer.Accepted.class);
        assertThat(connector().capture(call)).isEqualTo(prior);
        assertThat(everythingAbout(subject)).containsAllEntriesOf(before);
    }

    @ParameterizedTest
    @MethodSource("reversibleActions")
    void aWrongCredentialTouchesNothing(String action) {
        Subject subject = aFreshSubject(action);
        Map<String, String> before = everythingAbout(subject);
        ConnectorCall call = call(action, subject);
        String id = connector().id();
        Target other = new Target(subject.target().kind(), "another");
        Credential expired = credentials.issue(Verb.ACT, id, DIGEST, subject.target());
        credentials.expireAll();
        Stream.of(expired, credentials.forge(),
                credentials.issue(Verb.UNDO, id, DIGEST, subject.target()),
                credentials.issue(Verb.ACT, "another", DIGEST, subject.target()),
                credentials.issue(Verb.ACT, id, OTHER_DIGEST, subject.target()),
                credentials.issue(Verb.ACT, id, DIGEST, other))
                .forEach(wrong -> assertThatThrownBy(() -> connector().act(call, wrong)).isInstanceOf(CredentialRefused.class));
        assertThat(everythingAbout(subject)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("reversibleActions")
    void aUsedCredentialActsNoSecondTime(String action) {
        Subject first = aFreshSubject(action);
        Credential used = credential(Verb.ACT, call(action, first));
        connector().act(call(action, first), used);
        strangerTakesItBack(action, first);
        Map<String, String> before = everythingAbout(first);
        assertThatThrownBy(() -> connector().act(call(action, first), used)).isInstanceOf(CredentialRefused.class);
        assertThat(everythingAbout(first)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("reversibleActions")
    void aCredentialToActDoesNotUndo(String action) {
        Subject subject = aFreshSubject(action);
        ConnectorCall call = call(action, subject);
        TargetState prior = connector().capture(call);
        act(call);
        Map<String, String> contained = everythingAbout(subject);
        assertThatThrownBy(() -> connector().undo(call, prior, credential(Verb.ACT, call))).isInstanceOf(CredentialRefused.class);
        assertThat(everythingAbout(subject)).isEqualTo(contained);
    }

    @ParameterizedTest
    @MethodSource("reversibleActions")
    void theSameKeyMakesNoSecondEffect(String action) {
        Subject subject = aFreshSubject(action);
        ConnectorCall call = call(action, subject);
        act(call);
        strangerTakesItBack(action, subject);
        Map<String, String> before = everythingAbout(subject);
        act(call);
        assertThat(everythingAbout(subject)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("reversibleActions")
    void whatSomebodyElseDidIsNotTakenBack(String action) {
        Subject subject = aFreshSubject(action);
        ConnectorCall call = call(action, subject);
        TargetState prior = connector().capture(call);
        strangerDoesTheSame(action, subject);
        Map<String, String> theirs = everythingAbout(subject);
        act(call);
        undo(call, prior);
        assertThat(everythingAbout(subject)).containsAllEntriesOf(theirs);
        assertThat(connector().capture(call)).isEqualTo(connector().expected(call, prior));
    }

    @ParameterizedTest
    @MethodSource("reversibleActions")
    void anUndoWithoutAnEffectOfItsOwnChangesNothing(String action) {
        Subject subject = aFreshSubject(action);
        ConnectorCall call = call(action, subject);
        TargetState prior = connector().capture(call);
        strangerDoesTheSame(action, subject);
        Map<String, String> theirs = everythingAbout(subject);
        undo(call, prior);
        assertThat(everythingAbout(subject)).isEqualTo(theirs);
    }

    @ParameterizedTest
    @MethodSource("reversibleActions")
    void aStrangersOtherChangeSurvivesEffectAndUndo(String action) {
        Subject subject = aFreshSubject(action);
        ConnectorCall call = call(action, subject);
        TargetState prior = connector().capture(call);
        act(call);
        Map<String, String> theirs = strangerChangesSomethingElse(subject);
        assertThat(undo(call, prior)).isInstanceOf(Answer.Accepted.class);
        assertThat(connector().capture(call)).isEqualTo(prior);
        assertThat(theirs).isNotEmpty();
        assertThat(everythingAbout(subject)).containsAllEntriesOf(theirs);
    }

    @ParameterizedTest
    @MethodSource("reversibleActions")
    void anUnknownTargetIsRefused(String action) {
        ConnectorCall call = call(action, new Subject(anUnknownTarget(action), aFreshSubject(action).parameters()));
        assertThatThrownBy(() -> connector().capture(call)).isInstanceOf(TargetUnreadable.class);
        assertThat(act(call)).isInstanceOf(Answer.Refused.class);
    }

    @ParameterizedTest
    @MethodSource("reversibleActions")
    void anUndoRunsTwiceWithoutHarm(String action) {
        Subject subject = aFreshSubject(action);
        ConnectorCall call = call(action, subject);
        TargetState prior = connector().capture(call);
        act(call);
        undo(call, prior);
        Map<String, String> restored = everythingAbout(subject);
        assertThat(undo(call, prior)).isInstanceOf(Answer.Accepted.class);
        assertThat(everythingAbout(subject)).isEqualTo(restored);
    }

    /** One that cannot name what it holds says so always, and never that it holds nothing. */
    @ParameterizedTest
    @MethodSource("reversibleActions")
    void whatItHoldsIsNamedByItsKeyUntilItIsTakenBack(String action) {
        Subject subject = aFreshSubject(action);
        ConnectorCall call = call(action, subject);
        TargetState prior = connector().capture(call);
        boolean names = connector().enumerate().isPresent();
        act(call);
        assertThat(connector().enumerate().map(held -> held.stream().anyMatch(holding -> holding.actionRun().equals(call.actionRun())
                && holding.actionType().equals(action) && holding.target().equals(subject.target())))).isEqualTo(names ? Optional.of(true) : Optional.empty());
        undo(call, prior);
        assertThat(connector().enumerate().map(held -> held.stream().anyMatch(holding -> holding.actionRun().equals(call.actionRun()))))
                .isEqualTo(names ? Optional.of(false) : Optional.empty());
    }

    @Test
    void anActionItCannotDoIsRefused() {
        Subject subject = aFreshSubject(reversibleActions().findFirst().orElseThrow());
        assertThat(connector().actionTypes()).doesNotContain("launch-rocket");
        assertThatThrownBy(() -> connector().capture(call("launch-rocket", subject))).isInstanceOf(NoConnector.class);
    }

    @Test
    protected void theSelfCheckSaysUsable() {
        assertThat(connector().check()).isEqualTo(new SelfCheck(true, List.of()));
    }

    @Test
    void theSelfCheckNamesWhatIsMissing() {
        Broken broken = aBrokenConnector();
        SelfCheck check = broken.connector().check();
        assertThat(check.usable()).isFalse();
        assertThat(check.findings()).anySatisfy(finding -> assertThat(finding).contains(broken.finding()));
    }

    protected final ConnectorCall call(String action, Subject subject) {
        return new ConnectorCall(new ActionRunId(UUID.nameUUIDFromBytes((action + subject).getBytes())), DIGEST, action, subject.target(),
                subject.parameters());
    }

    protected final Answer act(ConnectorCall call) {
        return connector().act(call, credential(Verb.ACT, call));
    }

    protected final Answer undo(ConnectorCall call, TargetState prior) {
        return connector().undo(call, prior, credential(Verb.UNDO, call));
    }

    protected final Credential credential(Verb verb, ConnectorCall call) {
        return credentials.issue(verb, connector().id(), call.digest(), call.target());
    }
}
