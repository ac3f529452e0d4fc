package io.countersign.proof.diff;

import static io.countersign.proof.diff.ChangeKind.ACTION;
import static io.countersign.proof.diff.ChangeKind.ADVICE;
import static io.countersign.proof.diff.ChangeKind.APPROVAL;
import static io.countersign.proof.diff.ChangeKind.DECISION;
import static io.countersign.proof.diff.ChangeKind.FORM;
import static io.countersign.proof.diff.ChangeKind.INVERSE;
import static io.countersign.proof.diff.ChangeKind.ORDER;
import static io.countersign.proof.diff.ChangeKind.OWNER;
import static io.countersign.proof.diff.ChangeKind.PEOPLE;
import static io.countersign.proof.diff.ChangeKind.PERSON;
import static io.countersign.proof.diff.ChangeKind.PROOF;
import static io.countersign.proof.diff.ChangeKind.TARGET;
import static io.countersign.proof.diff.ChangeKind.TIER;
import static io.countersign.proof.diff.ChangeKind.TIMING;
import static io.countersign.proof.diff.ChangeKind.UNKNOWN;
import static io.countersign.proof.diff.ChangeKind.WAY_BACK;
import static io.countersign.proof.diff.Direction.GAINS;
import static io.countersign.proof.diff.Direction.LOSES;
import static io.countersign.proof.diff.Direction.NEUTRAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.proof.GeneratedPlaybook;
import io.countersign.proof.GeneratedPlaybook.Action;
import io.countersign.proof.GeneratedPlaybook.Parallel;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of change, made to a shipped playbook, with what it means for authority. */
class AuthorityDiffTest {

    private static final String LOOK = """
            <bpmn:userTask id="look" name="Look" camunda:formRef="review-rollback" camunda:formRefBinding="deployment" camunda:candidateGroups="soc">
            <bpmn:documentation>What</bpmn:documentation><bpmn:extensionElements><camunda:properties><camunda:property name="countersign.reviews" value="rollback" />
            </camunda:properties></bpmn:extensionElements></bpmn:userTask><bpmn:sequenceFlow id="look-on" sourceRef="look" targetRef="assess-isolate-host" />""";
    private static final String LISTENER = "<camunda:executionListener class='com.example.Any' event='start' />";
    private static final String ACCOUNT_TO_ACTION = "decide-who-agrees-to-isolate-host-nobody";

    private record Case(String name, UnaryOperator<Edits> before, UnaryOperator<Edits> now, ChangeKind kind, Direction direction) {
        @Override
        public String toString() {
            return name + ": " + direction;
        }
    }

    static Stream<Case> changes() {
        return Stream.of(
                edit("autonomous where one was asked", e -> e.condition(ACCOUNT_TO_ACTION, "${isolateHostTier == 'AUTONOMOUS' || isolateHostTier == 'APPROVE'}"), TIER, GAINS),
                edit("autonomous no longer", e -> e.condition(ACCOUNT_TO_ACTION, "${isolateHostTier == 'NEVER'}"), TIER, GAINS),
                edit("people are asked for what was autonomous", e -> e.remove(ACCOUNT_TO_ACTION)
                        .condition("decide-who-agrees-to-isolate-host-people", "${isolateHostTier == 'AUTONOMOUS' || isolateHostTier == 'APPROVE' || isolateHostTier == 'DUAL'}"), TIER, LOSES),
                edit("autonomous is not done", e -> e.remove(ACCOUNT_TO_ACTION), TIER, LOSES),
                edit("by hand instead of denied", e -> e.condition("decide-who-agrees-to-isolate-host-by-hand", "${isolateHostTier == 'HUMAN_ONLY' || isolateHostTier == 'DENY'}"), TIER, GAINS),
                edit("no countersignature", e -> e.remove("check-quorum-of-isolate-host-two"), TIER, GAINS),
                edit("a countersignature for every approval", e -> e.condition("check-quorum-of-isolate-host-two", "${isolateHostTier == 'DUAL' || isolateHostTier == 'APPROVE'}"), TIER, LOSES),
                edit("second approval gone", e -> e.remove("check-quorum-of-isolate-host-two").remove("countersign-isolate-host").remove("check-second-approval-of-isolate-host"), APPROVAL, GAINS),
                edit("refusal leads to the action", e -> e.retarget("check-approval-of-isolate-host-no", "isolate-host"), TIER, GAINS),
                edit("silence leads to the action", e -> e.retarget("expire-isolate-host-to-settle-isolate-host", "isolate-host"), ORDER, GAINS),
                edit("more teams may approve", e -> e.camunda("approve-isolate-host", "candidateGroups", "soc,edr"), PEOPLE, GAINS),
                both("fewer teams may approve", e -> e.camunda("approve-isolate-host", "candidateGroups", "soc, edr"), e -> e.camunda("approve-isolate-host", "candidateGroups", "edr"), PEOPLE, LOSES),
                edit("anybody may approve", e -> e.camunda("approve-isolate-host", "candidateGroups", ""), PEOPLE, GAINS),
                edit("one person is named", e -> e.camunda("approve-isolate-host", "assignee", "eve"), UNKNOWN, GAINS),
                edit("another form", e -> e.camunda("approve-isolate-host", "formRef", "review-rollback"), FORM, GAINS),
                edit("the form of another version", e -> e.camunda("approve-isolate-host", "formRefBinding", "latest"), DECISION, GAINS),
                both("an approval that lives longer", e -> e.text("notice-expiry-of-isolate-host", "timeDuration", "PT30M"), e -> e.text("notice-expiry-of-isolate-host", "timeDuration", "PT8H"), TIMING, GAINS),
                both("an approval that lives shorter", e -> e.text("notice-expiry-of-isolate-host", "timeDuration", "PT30M"), e -> e.text("notice-expiry-of-isolate-host", "timeDuration", "PT5M"), TIMING, LOSES),
                edit("policy no longer says when it expires", e -> e.text("notice-expiry-of-isolate-host", "timeDuration", "PT30M"), TIMING, GAINS),
                edit("an approval never expires", e -> e.remove("notice-expiry-of-isolate-host"), TIMING, GAINS),
                edit("nobody else is told", e -> e.remove("notice-no-answer-to-isolate-host"), TIMING, NEUTRAL),
                edit("the lease ends on another day", e -> e.text("end-lease", "timeDate", "2099-01-01T00:00:00Z"), TIMING, GAINS),
                edit("another decision", e -> e.camunda("assess-isolate-host", "decisionRef", "select-playbook"), DECISION, GAINS),
                edit("the latest decision", e -> e.camunda("assess-isolate-host", "decisionRefBinding", "latest"), DECISION, GAINS),
                both("the decision it came with", e -> e.camunda("assess-isolate-host", "decisionRefBinding", "latest"), e -> e, DECISION, LOSES),
                edit("another action", e -> e.property("isolate-host", "countersign.action", "terminate-instance"), ACTION, GAINS),
                edit("other targets", e -> e.property("isolate-host", "countersign.action", "terminate-instance"), TARGET, GAINS),
                edit("cannot be undone", e -> e.remove("compensate-isolate-host"), INVERSE, GAINS),
                both("can be undone", e -> e.remove("compensate-isolate-host"), e -> e, INVERSE, LOSES),
                edit("undone as another action", e -> e.property("undo-isolate-host", "countersign.undoes", "block-address"), INVERSE, GAINS),
                edit("no release", e -> e.remove("receive-release"), WAY_BACK, GAINS),
                both("release again", e -> e.remove("receive-release"), e -> e, WAY_BACK, LOSES),
                edit("no lease", e -> e.remove("end-lease"), WAY_BACK, GAINS),
                edit("nobody can keep it", e -> e.remove("receive-keep"), WAY_BACK, LOSES),
                both("keeping ends the run", AuthorityDiffTest::askAgain, AuthorityDiffTest::keepForGood, WAY_BACK, GAINS),
                both("keeping asks again", AuthorityDiffTest::keepForGood, AuthorityDiffTest::askAgain, WAY_BACK, LOSES),
                edit("no roll-back on request", e -> e.remove("roll-back-on-request"), WAY_BACK, GAINS),
                edit("less is taken back", e -> e.bridge("take-back-isolate-host-on-request"), WAY_BACK, GAINS),
                both("more is taken back", e -> e.bridge("take-back-isolate-host-on-request"), e -> e, WAY_BACK, LOSES),
                edit("nobody verifies", e -> e.bridge("verify-on-release"), WAY_BACK, GAINS),
                edit("not restored is fine too", e -> e.retarget("check-result-of-on-release-attention", "end-restored-on-release"), ORDER, GAINS),
                edit("an unclear outcome is fine too", e -> e.retarget("check-outcome-of-isolate-host-unclear", "settle-isolate-host"), ORDER, GAINS),
                edit("not in force", e -> e.retarget("something-in-force", "end-nothing-contained"), ORDER, GAINS),
                edit("by hand no longer", e -> e.remove("carry-out-isolate-host-by-hand"), PERSON, LOSES),
                both("by hand", e -> e.remove("carry-out-isolate-host-by-hand"), e -> e, PERSON, GAINS),
                edit("a look by a person", e -> e.retarget("recommend-actions-to-assess-isolate-host", "look").insertBefore("assess-isolate-host", LOOK), PERSON, NEUTRAL),
                edit("more advice", e -> e.retarget("recommend-actions-to-assess-isolate-host", "more").insertBefore("assess-isolate-host", """
                        <bpmn:serviceTask id="more" camunda:type="external" camunda:topic="recommendation" /><bpmn:sequenceFlow id="f" sourceRef="more" targetRef="assess-isolate-host" />"""),
                        ADVICE, NEUTRAL),
                edit("advice between approval and action", e -> e.retarget(ACCOUNT_TO_ACTION, "more").insertBefore("assess-isolate-host", """
                        <bpmn:serviceTask id="more" camunda:type="external" camunda:topic="recommendation" /><bpmn:sequenceFlow id="f" sourceRef="more" targetRef="isolate-host" />"""),
                        TIER, GAINS),
                edit("a listener", e -> e.extension("isolate-host", LISTENER), UNKNOWN, GAINS),
                edit("a listener on a gateway", e -> e.extension("settle-isolate-host", LISTENER), UNKNOWN, GAINS),
                edit("a listener on a flow", e -> e.extension(ACCOUNT_TO_ACTION, LISTENER), UNKNOWN, GAINS),
                edit("a listener on the process", e -> e.extension("isolate-infected-host", LISTENER), UNKNOWN, GAINS),
                edit("a listener on an end", e -> e.extension("end-nothing-contained", LISTENER), UNKNOWN, GAINS),
                both("an approval expires", e -> e.remove("notice-expiry-of-isolate-host"), e -> e, TIMING, LOSES),
                both("an approval expires into the action", e -> e.remove("notice-expiry-of-isolate-host"),
                        e -> e.retarget("notice-expiry-of-isolate-host-to-expire-isolate-host", "isolate-host"), TIMING, GAINS),
                edit("a script in a condition", e -> e.condition(ACCOUNT_TO_ACTION, "${anything()}"), TIER, GAINS),
                edit("an asynchronous action", e -> e.camunda("isolate-host", "asyncBefore", "true"), UNKNOWN, GAINS),
                edit("another bean", e -> e.camunda("verify-on-release", "delegateExpression", "${other}"), UNKNOWN, GAINS),
                edit("a terminate end", e -> e.insertBefore("end-nothing-contained", "<bpmn:endEvent id='stop'><bpmn:terminateEventDefinition /></bpmn:endEvent>")
                        .retarget("nothing-in-force", "stop"), UNKNOWN, GAINS),
                edit("an action is repeated", e -> e.insertBefore("isolate-host", "").extension("isolate-host", "<camunda:inputOutput />"), UNKNOWN, GAINS),
                edit("another owner", e -> e.property("isolate-infected-host", "countersign.owner", "network"), OWNER, GAINS),
                edit("a shorter history", e -> e.camunda("isolate-infected-host", "historyTimeToLive", "P1D"), OWNER, GAINS),
                edit("another playbook", e -> e.attribute("isolate-infected-host", "id", "other"), UNKNOWN, GAINS));
    }

    static Stream<Arguments> sequences() {
        Action one = GeneratedPlaybook.action(0);
        Action two = GeneratedPlaybook.action(2);
        return Stream.of(
                Arguments.of("one more", List.of(one), List.of(one, two), ACTION, GAINS), Arguments.of("one less", List.of(one, two), List.of(two), ACTION, LOSES),
                Arguments.of("the other way round", List.of(one, two), List.of(two, one), ORDER, GAINS),
                Arguments.of("side by side", List.of(one, two), List.of(new Parallel(List.of(List.of(one), List.of(two)))), UNKNOWN, GAINS));
    }

    static Stream<Case> harmless() {
        return Stream.of(
                edit("names", e -> e.attribute("isolate-host", "name", "Other").attribute(ACCOUNT_TO_ACTION, "name", "Other").attribute("settle-isolate-host", "name", "Other")),
                edit("documentation", e -> e.text("isolate-host", "documentation", "Other")),
                edit("ids of flows", e -> e.rename(ACCOUNT_TO_ACTION, "flow-1").rename("nothing-in-force", "flow-2")),
                edit("ids of gateways", e -> e.rename("settle-isolate-host", "gateway-1").rename("decide-who-agrees-to-isolate-host", "gateway-2")),
                edit("ids of tasks", e -> e.rename("approve-isolate-host", "task-1").rename("verify-on-release", "task-2").rename("assess-isolate-host", "task-3")),
                edit("ids of ends and subprocesses", e -> e.rename("end-nothing-contained", "end-1").rename("roll-back-on-request", "sub-1")),
                edit("the version tag", e -> e.camunda("isolate-infected-host", "versionTag", "2.0")),
                edit("a mark of Modeler", e -> e.camunda("isolate-host", "modelerTemplate", "io.countersign.isolate-host")),
                edit("the same condition in other words", e -> e.condition("decide-who-agrees-to-isolate-host-people", "${isolateHostTier == 'DUAL' || isolateHostTier == 'APPROVE'}")),
                edit("a gateway that only passes on", e -> e.retarget("recommend-actions-to-assess-isolate-host", "pass").insertBefore("assess-isolate-host",
                        "<bpmn:exclusiveGateway id='pass' /><bpmn:sequenceFlow id='pass-on' sourceRef='pass' targetRef='assess-isolate-host' />")),
                edit("nothing", e -> e));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeIsToldWithItsDirection(Case change) {
        AuthorityChanges found = Versions.compare(change.before(), change.now());
        assertThat(found.changes()).anySatisfy(told -> {
            assertThat(told.kind()).isEqualTo(change.kind());
            assertThat(told.direction()).isEqualTo(change.direction());
            assertThat(told.sentence()).isNotBlank();
        });
        assertThat(found.gainsAuthority()).as("%s", found.changes()).isEqualTo(change.direction() == GAINS);
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void whatDoesNotTouchAuthorityIsNoChange(Case change) {
        assertThat(Versions.compare(change.before(), change.now()).changes()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sequences")
    void actionsComeGoAndChangePlaces(String name, List<GeneratedPlaybook.Part> before, List<GeneratedPlaybook.Part> now, ChangeKind kind, Direction direction) {
        AuthorityChanges found = Versions.compare(new GeneratedPlaybook(before), new GeneratedPlaybook(now));
        assertThat(found.changes()).anyMatch(change -> change.kind() == kind && change.direction() == direction);
        assertThat(found.gainsAuthority()).as("%s", found.changes()).isEqualTo(direction == GAINS);
    }

    @Test
    void layoutAloneIsNoChange() {
        assertThat(Versions.compareText(text -> text.replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")).changes()).isEmpty();
    }

    @Test
    void whatCannotBeReadHasGainedAuthority() {
        assertThat(Versions.compareText(text -> text.substring(0, text.length() / 2)).changes()).singleElement()
                .satisfies(change -> assertThat(change.kind()).isEqualTo(PROOF)).satisfies(change -> assertThat(change.direction()).isEqualTo(GAINS));
    }

    private static Edits keepForGood(Edits edits) {
        return edits.remove("receive-keep-to-end-kept").remove("receive-keep-to-wait-while-in-force").flow("receive-keep", "end-nothing-contained");
    }

    private static Edits askAgain(Edits edits) {
        return edits.remove("receive-keep-to-end-kept").remove("receive-keep-to-wait-while-in-force").remove("end-kept").flow("receive-keep", "wait-while-in-force");
    }

    private static Case edit(String name, UnaryOperator<Edits> now) {
        return edit(name, now, null, null);
    }

    private static Case edit(String name, UnaryOperator<Edits> now, ChangeKind kind, Direction direction) {
        return both(name, edits -> edits, now, kind, direction);
    }

    private static Case both(String name, UnaryOperator<Edits> before, UnaryOperator<Edits> now, ChangeKind kind, Direction direction) {
        return new Case(name, before, now, kind, direction);
    }
}
