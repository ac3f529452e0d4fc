package io.countersign.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.evidence.Actor;
import io.countersign.road.Organisation;
import io.countersign.stop.StopRefused.Because;
import io.countersign.testing.CountersignTest;
import io.countersign.testing.MovableClock;
import io.countersign.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.AbstractThrowableAssert;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One person stops, with a reason; two people of two teams lift, with reasons of their own. */
@CountersignTest
public class StopTest {

    private static final String REASONS = "The cause was found and mended";
    private static final StopScope HASHES = new StopScope(StopScope.Kind.ACTION_TYPE, "block-hash");
    private static final Deed DEED = new Deed("some-playbook", "block-hash", "sandbox");

    @Autowired
    PressStop press;
    @Autowired
    LiftStop lift;
    @Autowired
    Stops stops;
    @Autowired
    Organisation organisation;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void people() {
        organisation.exists();
    }

    @AfterEach
    void liftAll() {
        liftAll(stops, lift);
    }

    /** For tests that stop something: what is stopped here is stopped for all. */
    public static void liftAll(Stops stops, LiftStop lift) {
        stops.inForce().forEach(stop -> {
            if (lift.current(stop).isEmpty()) {
                lift.ask(stop.id(), "sam", REASONS);
            }
            lift.lift(stop.id(), lift.objection(stops.find(stop.id()).orElseThrow(), "eva").isEmpty() ? "eva" : "chen", REASONS);
        });
    }

    @Test
    void onePersonStopsAndItSaysWhoWhenAndWhy() {
        Stop stop = press.press(StopScope.everything(), "  It isolates the wrong hosts ", Actor.person("ana"));
        assertThat(stops.inForce()).containsExactly(stop);
        assertThat(stop.reason()).isEqualTo("It isolates the wrong hosts");
        assertThat(stops.against(DEED)).containsExactly(stop);
        assertThat(record("STOP_PRESSED", stop)).singleElement().asString().startsWith("ana ").contains("EVERYTHING", "It isolates the wrong hosts");
    }

    @Test
    void aStopReachesAsFarAsItSays() {
        assertThat(HASHES.covers(DEED)).isTrue();
        assertThat(new StopScope(StopScope.Kind.ACTION_TYPE, "block-url").covers(DEED)).isFalse();
        assertThat(new StopScope(StopScope.Kind.PLAYBOOK, "some-playbook").covers(DEED)).isTrue();
        assertThat(new StopScope(StopScope.Kind.PLAYBOOK, "block-hash").covers(DEED)).isFalse();
        assertThat(new StopScope(StopScope.Kind.CONNECTOR, "sandbox").covers(DEED)).isTrue();
        assertThat(new StopScope(StopScope.Kind.CONNECTOR, "ldap").covers(DEED)).isFalse();
        assertThatThrownBy(() -> new StopScope(StopScope.Kind.EVERYTHING, "block-hash")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StopScope(StopScope.Kind.PLAYBOOK, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoWorksHerePressesAndNobodyElse() {
        for (String may : List.of("ana", "sam", "gil", "ada")) {
            press.press(HASHES, "Something is wrong", Actor.person(may));
        }
        for (String mayNot : List.of("eli", "dora", "nobody")) {
            refused(Because.NOT_ALLOWED, () -> press.press(HASHES, "Something is wrong", Actor.person(mayNot)));
        }
        refused(Because.NOT_ALLOWED, () -> press.press(HASHES, "Something is wrong", Actor.agent("road-1", "ben")));
        refused(Because.UNREASONED, () -> press.press(HASHES, " x ", Actor.person("ana")));
        assertThat(stops.inForce()).singleElement().satisfies(stop -> assertThat(stop.pressedBy()).isEqualTo(Actor.person("ana")));
    }

    @Test
    void aNameThatNothingHasIsRefusedInsteadOfStoppingNothing() {
        refused(Because.UNKNOWN, () -> press.press(new StopScope(StopScope.Kind.ACTION_TYPE, "block-hsah"), "Something is wrong", Actor.person("ana")));
        refused(Because.UNKNOWN, () -> press.press(new StopScope(StopScope.Kind.PLAYBOOK, "block-hash"), "Something is wrong", Actor.person("ana")));
        assertThat(stops.inForce()).isEmpty();
    }

    @Test
    void liftingTakesTwoPeopleOfTwoTeamsWithReasons() {
        long id = pressed();
        refused(Because.NOT_WAITING, () -> lift.lift(id, "eva", REASONS));
        refused(Because.NOT_ALLOWED, () -> lift.ask(id, "ana", REASONS));
        refused(Because.NOT_ALLOWED, () -> lift.ask(id, "ada", REASONS));
        refused(Because.UNREASONED, () -> lift.ask(id, "sam", "mended"));
        lift.ask(id, "sam", REASONS);
        refused(Because.NOT_WAITING, () -> lift.ask(id, "eva", REASONS));
        refused(Because.NOT_ALLOWED, () -> lift.lift(id, "sam", REASONS)).hasMessageContaining("You asked for it yourself");
        refused(Because.NOT_ALLOWED, () -> lift.lift(id, "dan", REASONS)).hasMessageContaining("same team");
        refused(Because.NOT_ALLOWED, () -> lift.lift(id, "ana", REASONS));
        refused(Because.UNREASONED, () -> lift.lift(id, "eva", ""));
        assertThat(stops.inForce()).hasSize(1);
        lift.lift(id, "eva", "Checked the mended rule on two hosts");
        assertThat(stops.inForce()).isEmpty();
        refused(Because.NOT_WAITING, () -> lift.lift(id, "chen", REASONS));
        Stop over = stops.find(id).orElseThrow();
        assertThat(over.asked().orElseThrow().person()).isEqualTo("sam");
        assertThat(over.lifted().orElseThrow().person()).isEqualTo("eva");
        assertThat(record("STOP_LIFT_REQUESTED", over)).singleElement().asString().startsWith("sam ").contains(REASONS);
        assertThat(record("STOP_LIFTED", over)).singleElement().asString().startsWith("eva ").contains("Checked the mended rule", "\"askedBy\": \"sam\"");
    }

    @Test
    void theSecondPersonMayWantItToStay() {
        long id = pressed();
        lift.ask(id, "sam", REASONS);
        lift.keep(id, "eva", "It still isolates the wrong hosts");
        assertThat(stops.inForce()).singleElement().satisfies(stop -> assertThat(stop.asked()).isEmpty());
        assertThat(record("STOP_KEPT", stops.find(id).orElseThrow())).singleElement().asString().startsWith("eva ").contains("\"askedBy\": \"sam\"");
    }

    @Test
    void pressingAgainEndsTheRequestToLift() {
        long id = pressed();
        lift.ask(id, "sam", REASONS);
        assertThat(press.press(HASHES, "It goes on", Actor.person("ben")).id()).isEqualTo(id);
        refused(Because.NOT_WAITING, () -> lift.lift(id, "eva", REASONS));
        assertThat(record("STOP_PRESSED", stops.find(id).orElseThrow())).hasSize(2).last().asString().startsWith("ben ").contains("\"endsRequestOf\": \"sam\"");
    }

    @Test
    void anOldRequestLiftsNothing() {
        long id = pressed();
        lift.ask(id, "sam", REASONS);
        clock.advance(LiftStop.ANSWER_WITHIN.plus(Duration.ofSeconds(1)));
        refused(Because.NOT_WAITING, () -> lift.lift(id, "eva", REASONS));
        lift.ask(id, "chen", REASONS);
        lift.lift(id, "eva", REASONS);
    }

    @Test
    void notEvenTheDatabaseTakesOnePersonForTwo() {
        long id = pressed();
        lift.ask(id, "sam", REASONS);
        assertThatThrownBy(() -> jdbc.sql("update stop set lifted_by = 'sam', lifted_reason = 'long enough reasons', lifted_at = now() where id = ?").param(id).update())
                .hasStackTraceContaining("violates check constraint");
        assertThatThrownBy(() -> jdbc.sql("delete from stop where id = ?").param(id).update()).hasStackTraceContaining("stop");
        assertThatThrownBy(() -> jdbc.sql("update stop set scope = 'CONNECTOR', name = 'x' where id = ?").param(id).update()).hasStackTraceContaining("stays as it was pressed");
        assertThat(stops.inForce()).hasSize(1);
    }

    /** A claim that passed the gate is claimed before; one that comes meanwhile waits for the stop, and meets it. */
    @Test
    void whatPassedTheGateIsWaitedForAndWhatComesLaterMeetsTheStop() {
        CompletableFuture<Stop> pressing = new TransactionTemplate(transactions).execute(claim -> {
            assertThat(stops.gate(DEED)).isEmpty();
            CompletableFuture<Stop> begun = CompletableFuture.supplyAsync(() -> press.press(HASHES, "Something is wrong", Actor.person("ana")));
            Awaitility.await().pollInterval(Duration.ofMillis(5)).until(StopTest::somebodyWaits);
            assertThat(begun).isNotDone();
            assertThat(stops.inForce()).isEmpty();
            return begun;
        });
        assertThat(pressing.join()).isEqualTo(stops.inForce().get(0));
        new TransactionTemplate(transactions).executeWithoutResult(later -> assertThat(stops.gate(DEED)).contains(pressing.join()));
    }

    @Test
    void aClaimThatHangsKeepsNobodyFromStopping() {
        new TransactionTemplate(transactions).executeWithoutResult(hanging -> {
            assertThat(stops.gate(DEED)).isEmpty();
            Stop stop = CompletableFuture.supplyAsync(() -> press.press(HASHES, "Something is wrong", Actor.person("ana"))).join();
            assertThat(stops.inForce()).containsExactly(stop);
        });
    }

    private static boolean somebodyWaits() {
        return TestDatabase.jdbcClient().sql("select count(*) from pg_locks where locktype = 'advisory' and not granted").query(Long.class).single() > 0;
    }

    private long pressed() {
        return press.press(HASHES, "It isolates the wrong hosts", Actor.person("ana")).id();
    }

    private static AbstractThrowableAssert<?, ?> refused(Because because, Runnable act) {
        return assertThatThrownBy(act::run).isInstanceOfSatisfying(StopRefused.class, refused -> assertThat(refused.because()).isEqualTo(because));
    }

    private List<String> record(String kind, Stop stop) {
        return jdbc.sql("select actor || ' ' || facts::text from evidence where kind = ? and facts->>'stop' = ? order by number")
                .params(kind, String.valueOf(stop.id())).query(String.class).list();
    }
}
