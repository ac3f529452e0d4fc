package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.RiskTier;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceKind;
import io.countersign.execution.ActionRunState;
import io.countersign.incident.Criticality;
import io.countersign.incident.Environment;
import io.countersign.incident.ObservableKind;
import io.countersign.policy.guardrail.Guardrail;
import io.countersign.policy.guardrail.GuardrailOverride;
import io.countersign.policy.guardrail.GuardrailRefused;
import io.countersign.policy.guardrail.GuardrailRefused.Because;
import io.countersign.policy.guardrail.ManageGuardrails;
import io.countersign.policy.guardrail.OverrideGuardrail;
import io.countersign.testing.CountersignTest;
import io.countersign.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Guardrails are looked at before people are asked and at the moment of execution, where actions at once count each other. */
@CountersignTest
class GuardedRoadTest {

    private static final Actor ADA = Actor.person("ada");
    private static final String WHY = "The test wants it so";
    private static final String BLOCK = "block-address";
    private static final String MAIL = "quarantine-mail";

    @Autowired
    Play play;
    @Autowired
    Organisation organisation;
    @Autowired
    ManageGuardrails manage;
    @Autowired
    OverrideGuardrail overrides;

    private final String role = "role-" + UUID.randomUUID();
    private final List<String> made = new ArrayList<>();

    @AfterEach
    void switchOff() {
        made.forEach(id -> manage.enable(id, false, "The test is over", ADA));
    }

    @Test
    void theLastOfAKindStaysAvailable() {
        put(availability(1));
        Scene first = host();
        Scene last = host();
        Walk contained = play.begin(first);
        contained.contained("isolate-host");
        Walk refused = play.begin(last);
        refusedBy(refused, "isolate-host", "only 0 with the role " + role + " would be left uncontained");
        contained.inForce();
        play.road.rollBack(contained.run());
        contained.endsAs("Rolled back and observed");
        play.begin(first(last)).contained("isolate-host");
    }

    @Test
    void ofSomeKindsNoneIsEverContained() {
        put(availability(null));
        refusedBy(play.begin(host()), "isolate-host", "of which none is ever contained");
    }

    /** Both are assessed while the other is still free: only the moment of execution can tell. */
    @RepeatedTest(3)
    void ofTwoAtOnceOneStaysAvailable() {
        put(availability(1));
        List<Scene> scenes = List.of(host(), host());
        List<Walk> walks = scenes.parallelStream().map(play::begin).toList();
        Road.patiently().until(() -> walks.stream().filter(this::isContained).count() + walks.stream().filter(this::isDenied).count() == 2);
        assertThat(walks.stream().filter(this::isContained)).hasSize(1);
        assertThat(walks.stream().filter(this::isDenied)).hasSize(1);
    }

    @Test
    void whatIsBeyondTheBudgetIsAskedOfTwoPeople() {
        put(new Guardrail("budget-" + UUID.randomUUID(), Guardrail.Kind.BUDGET, "Mails of an hour", RiskTier.DUAL, true, MAIL, null, null, null, null, null,
                Duration.ofHours(1), (int) begun(MAIL) + 2, null, null, null));
        List<Scene> scenes = Stream.generate(() -> play.stage.scene(Script.PHISHING, RiskTier.AUTONOMOUS)).limit(5).toList();
        List<Walk> walks = scenes.stream().map(scene -> CompletableFuture.supplyAsync(() -> play.begin(scene))).toList().stream().map(CompletableFuture::join).toList();
        Road.patiently().until(() -> walks.stream().filter(walk -> isConfirmed(walk, MAIL)).count() + walks.stream().filter(walk -> play.asksAnybody(walk.run())).count() == 5);
        assertThat(walks.stream().filter(walk -> isConfirmed(walk, MAIL))).hasSize(2);
        Walk beyond = walks.stream().filter(walk -> play.asksAnybody(walk.run())).findFirst().orElseThrow();
        beyond.asked(MAIL, 1);
        assertThat(beyond.count(EvidenceKind.GUARDRAIL_BREACHED, MAIL)).isPositive();
        beyond.approve(MAIL);
        beyond.countersign(MAIL);
        beyond.contained(MAIL);
    }

    @Test
    void whatIsJoinedOrWasSoBeforeUsesNoBudget() {
        Scene scene = play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS);
        play.begin(scene).contained(BLOCK);
        play.begin(play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS, scene.targets())).contained(BLOCK);
        assertThat(TestDatabase.jdbcClient().sql("select count(*) from guardrail_effect where target = ?").param(scene.target(BLOCK).value()).query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void aFreezeThatBeginsAfterTheApprovalIsMetAtTheMomentOfExecution() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        walk.asked(BLOCK, 1);
        put(freeze(RiskTier.DENY, Instant.now().minusSeconds(1), null));
        walk.approve(BLOCK);
        walk.endsAs("Nothing contained");
        assertThat(walk.count(EvidenceKind.ACTION_STALE, BLOCK)).isEqualTo(1);
        assertThat(walk.count(EvidenceKind.GUARDRAIL_BREACHED, BLOCK)).isEqualTo(2);
        walk.untouched(BLOCK);
    }

    @Test
    void aFreezeThatIsOverOrSwitchedOffRefusesNothing() {
        Guardrail now = put(freeze(RiskTier.DENY, null, null));
        manage.enable(now.id(), false, WHY, ADA);
        put(freeze(RiskTier.DENY, null, Instant.now().minusSeconds(1)));
        put(freeze(RiskTier.DENY, Instant.now().plusSeconds(3600), null));
        play.begin(Script.BLOCK, RiskTier.AUTONOMOUS).contained(BLOCK);
    }

    @Test
    void whoIsOnAListIsNotContainedWithoutTwoPeople() {
        put(new Guardrail("list-" + UUID.randomUUID(), Guardrail.Kind.LIST, "Very important here", RiskTier.DUAL, true, null, null, null, List.of(role), List.of(), null, null,
                null, null, null, null));
        Walk walk = play.begin(host());
        walk.asked("isolate-host", 1);
        walk.approve("isolate-host");
        walk.countersign("isolate-host");
        walk.contained("isolate-host");
        assertThat(walk.count(EvidenceKind.GUARDRAIL_BREACHED, "isolate-host")).as("what was decided on is not held against it again").isEqualTo(1);
    }

    @Test
    void twoPeopleOverrideAGuardrailForOneActionOnOneTarget() {
        Guardrail row = put(freeze(RiskTier.DENY, null, null));
        Scene scene = play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS);
        String target = scene.target(BLOCK).value();
        refused(Because.NOT_ALLOWED, () -> overrides.ask(row.id(), BLOCK, target, WHY, "ada"));
        refused(Because.UNREASONED, () -> overrides.ask(row.id(), BLOCK, target, "short", "ana"));
        refused(Because.UNKNOWN, () -> overrides.ask("no-such-guardrail", BLOCK, target, WHY, "ana"));
        GuardrailOverride asked = overrides.ask(row.id(), BLOCK, target, WHY, "sam");
        refused(Because.NOT_ALLOWED, () -> overrides.decide(asked.id(), true, WHY, "sam"));
        refused(Because.NOT_ALLOWED, () -> overrides.decide(asked.id(), true, WHY, "ana"));
        refusedBy(play.begin(scene), BLOCK, "changes are frozen");
        overrides.decide(asked.id(), true, "Agreed with the owner of the change", "eva");
        refused(Because.NOT_WAITING, () -> overrides.decide(asked.id(), false, WHY, "ben"));
        play.begin(first(scene)).contained(BLOCK);
        refusedBy(play.begin(play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS)), BLOCK, "changes are frozen");
        assertThatThrownBy(() -> TestDatabase.jdbcClient().sql("update guardrail_override set expires_at = expires_at + interval '1 day' where id = ?").param(asked.id()).update())
                .hasStackTraceContaining("decided once");
    }

    private Scene first(Scene again) {
        return play.stage.scene(again.script(), again.tier(), again.targets());
    }

    private Scene host() {
        organisation.exists();
        Scene scene = play.stage.scene(Script.ISOLATE, RiskTier.AUTONOMOUS);
        Target host = scene.targets().get(TargetKind.HOST);
        organisation.asset(ObservableKind.HOST, host.value(), Criticality.LOW, Environment.STAGING, Map.of("role", role));
        return scene;
    }

    private Guardrail availability(Integer keep) {
        return new Guardrail("keep-" + UUID.randomUUID(), Guardrail.Kind.AVAILABILITY, "Never the last of the test", RiskTier.DENY, true, null, null, null, List.of(role),
                null, keep, null, null, null, null, null);
    }

    private Guardrail freeze(RiskTier tier, Instant from, Instant until) {
        return new Guardrail("freeze-" + UUID.randomUUID(), Guardrail.Kind.FREEZE, "End of the quarter", tier, true, BLOCK, null, null, null, null, null, null, null, null,
                from, until);
    }

    private Guardrail put(Guardrail row) {
        organisation.exists();
        manage.put(row, ADA);
        made.add(row.id());
        return row;
    }

    private void refusedBy(Walk walk, String action, String why) {
        Road.patiently().until(() -> isDenied(walk));
        assertThat(play.trail.ofPlaybookRun(walk.run())).filteredOn(row -> row.kind() == EvidenceKind.GUARDRAIL_BREACHED).last()
                .satisfies(row -> assertThat(String.valueOf(row.facts().get("why"))).contains(why));
        walk.untouched(action);
    }

    private boolean isDenied(Walk walk) {
        return play.trail.ofPlaybookRun(walk.run()).stream().anyMatch(row -> row.kind() == EvidenceKind.ACTION_ASSESSED && "DENY".equals(row.facts().get("tier"))
                && String.valueOf(row.facts().get("rule")).startsWith("GUARD "));
    }

    private boolean isContained(Walk walk) {
        return isConfirmed(walk, "isolate-host");
    }

    private boolean isConfirmed(Walk walk, String action) {
        return play.road.actions(walk.run()).stream().anyMatch(row -> row.activity().equals(action) && row.state() == ActionRunState.CONFIRMED);
    }

    private static long begun(String action) {
        return TestDatabase.jdbcClient().sql("select count(*) from guardrail_effect where action_type = ? and at > now() - interval '1 hour'").param(action).query(Long.class).single();
    }

    private static AbstractThrowableAssert<?, ?> refused(Because because, Runnable act) {
        return assertThatThrownBy(act::run).isInstanceOfSatisfying(GuardrailRefused.class, refused -> assertThat(refused.because()).isEqualTo(because));
    }
}
