package io.countersign.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.execution.HonestTarget.Now;
import io.countersign.execution.HonestTarget.Reply;
import io.countersign.action.Target;
import io.countersign.connector.TargetState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/**
 * Random sequences of what can happen, against the real ledger and leases on a real PostgreSQL: after each step the guarantees hold, and at the
 * end everything comes back. A sequence that breaks one is made as short as possible and printed with its seed. How many are tried is
 * {@code -Djqwik.tries.default}; all of them use one product in memory, so they run one after another.
 */
class LedgerAndLeasesTest {

    /** A world with the judge of it. */
    record Case(ContainmentWorld world, Guarantees guarantees) {

        static Case fresh() {
            ContainmentWorld world = new ContainmentWorld();
            return new Case(world, new Guarantees(world));
        }

        @Override
        public String toString() {
            return IntStream.range(0, ContainmentWorld.RUNS).boxed().flatMap(run -> world.rows(run).stream().map(row -> "run " + run + " " + row.activity() + " " + row.state())).toList()
                    .toString();
        }
    }

    @Property
    void whateverHappensEveryEffectIsKnownAndComesBack(@ForAll("sequences") ActionChain<Case> sequence) {
        Case end = sequence.withInvariant("the guarantees", now -> now.guarantees().hold()).run();
        bringAllBack(end.world());
        end.guarantees().hold();
        end.guarantees().everythingCameBack();
    }

    private static void bringAllBack(ContainmentWorld world) {
        for (int round = 0; round < 3; round++) {
            world.goOn();
            world.pass(HonestTarget.LATE.plusSeconds(61));
            for (int run = 0; run < ContainmentWorld.RUNS; run++) {
                for (int target = 0; target < ContainmentWorld.TARGETS; target++) {
                    world.takeBackFromLedger(run, target);
                }
            }
        }
    }

    @Provide
    Arbitrary<ActionChain<Case>> sequences() {
        return ActionChain.startWith(Case::fresh)
                .withAction(6, onRunAndTarget("act", reply(Reply.values()), hours(), this::actSharesWhatIsContained))
                .withAction(4, onRunAndTarget("release", reply(Reply.DONE, Reply.DONE, Reply.REFUSED, Reply.LOST, Reply.LOST_BUT_DONE, Reply.PARTLY), hours(), this::onlyTheLastReleaseUndoes))
                .withAction(2, onRunAndTarget("die before the call", reply(Reply.DONE), hours(), (world, at) -> world.claimOnly(at.run(), at.target(), at.hours())))
                .withAction(2, onRunAndTarget("die after the call", reply(Reply.values()), hours(), (world, at) -> world.claimAndCallOnly(at.run(), at.target(), at.reply(), at.hours())))
                .withAction(2, onRunAndTarget("deliver again", reply(Reply.DONE), hours(), (world, at) -> world.deliver(at.run(), at.target())))
                .withAction(1, onRunAndTarget("die before the undo", reply(Reply.DONE), hours(), (world, at) -> world.undoDies(at.run(), at.target(), false)))
                .withAction(1, onRunAndTarget("die after the undo", reply(Reply.DONE), hours(), (world, at) -> world.undoDies(at.run(), at.target(), true)))
                .withAction(1, onRunAndTarget("take back from the ledger", reply(Reply.DONE), hours(), (world, at) -> world.takeBackFromLedger(at.run(), at.target())))
                .withAction(2, onRunAndTarget("keep", reply(Reply.DONE), hours(), (world, at) -> keep(world, at)))
                .withAction(1, onRunAndTarget("review", reply(Reply.DONE), hours(), (world, at) -> review(world, at)))
                .withAction(1, stranger())
                .withAction(1, just("those held up go on", ContainmentWorld::goOn))
                .withAction(2, passes())
                .withMaxTransformations(14);
    }

    /** Where something happens, and how. */
    record At(int run, int target, Reply reply, int hours) {
    }

    private void actSharesWhatIsContained(ContainmentWorld world, At at) {
        Optional<Lease> before = world.inForce(at.target());
        boolean joins = before.filter(lease -> (lease.state() == Lease.State.ACTIVE || lease.state() == Lease.State.KEPT)).isPresent()
                && world.parts.target().now(world.targets.get(at.target())).state().equals(HonestTarget.MADE)
                && world.rows(at.run(), at.target()).stream().noneMatch(row -> row.state().needsUndo());
        int orders = world.parts.target().orders().size();
        world.act(at.run(), at.target(), at.reply(), at.hours());
        if (joins) {
            Lease after = world.inForce(at.target()).orElseThrow();
            assertThat(world.parts.target().orders()).as("a second order for what is contained").hasSize(orders);
            assertThat(after.holding()).hasSize(before.get().holding().size() + 1);
            assertThat(after.until()).as("joining shortens no lease").isAfterOrEqualTo(before.get().until());
        }
    }

    private void onlyTheLastReleaseUndoes(ContainmentWorld world, At at) {
        Target target = world.targets.get(at.target());
        Now before = world.parts.target().now(target);
        Optional<Lease> lease = world.inForce(at.target()).filter(l -> l.state() == Lease.State.ACTIVE || l.state() == Lease.State.KEPT)
                .filter(l -> holds(world, l, at.run()));
        boolean others = lease.filter(l -> IntStream.range(0, ContainmentWorld.RUNS).anyMatch(run -> run != at.run() && holds(world, l, run))).isPresent();
        world.undo(at.run(), at.target(), at.reply());
        Now after = world.parts.target().now(target);
        if (others) {
            assertThat(after).as("released while others hold it").isEqualTo(before);
        } else if (lease.isPresent() && at.reply() == Reply.DONE && before.state().equals(HonestTarget.MADE)) {
            assertThat(after.state()).as("released by the last").isEqualTo(world.parts.ledger().find(lease.get().effectRun()).orElseThrow().prior());
            assertThat(world.inForce(at.target())).isEmpty();
        }
        if (before.by() == null && !before.state().equals(HonestTarget.MADE)) {
            assertThat(after).as("what a stranger did").isEqualTo(before);
        }
    }

    private static boolean holds(ContainmentWorld world, Lease lease, int run) {
        return lease.holding().stream().anyMatch(holder -> holder.playbookRun().equals(world.runs.get(run).id().value()));
    }

    private static void keep(ContainmentWorld world, At at) {
        if (world.mayBeKept(at.run())) {
            world.keep(at.run(), at.hours());
        }
    }

    private static void review(ContainmentWorld world, At at) {
        if (world.mayBeReviewed(at.run())) {
            world.review(at.run(), at.hours() < 24);
        }
    }

    private static Action.Independent<Case> onRunAndTarget(String what, Arbitrary<Reply> reply, Arbitrary<Integer> hours, BiConsumer<ContainmentWorld, At> happens) {
        return () -> Combinators.combine(Arbitraries.integers().between(0, ContainmentWorld.RUNS - 1), Arbitraries.integers().between(0, ContainmentWorld.TARGETS - 1), reply, hours)
                .as(At::new).map(at -> Transformer.mutate(what + " " + at, now -> happens.accept(now.world(), at)));
    }

    private static Action.Independent<Case> stranger() {
        Arbitrary<TargetState> states = Arbitraries.of(HonestTarget.NATURAL, HonestTarget.MADE, TargetState.of(Map.of("blocked", "by hand", "list", "none")));
        return () -> Combinators.combine(Arbitraries.integers().between(0, ContainmentWorld.TARGETS - 1), states)
                .as((target, state) -> Transformer.mutate("a stranger makes target " + target + " " + state.attributes(), now -> now.world().parts.target()
                        .stranger(now.world().targets.get(target), state)));
    }

    private static Action.Independent<Case> passes() {
        return () -> Arbitraries.of(Duration.ofSeconds(61), Duration.ofMinutes(31), Duration.ofHours(3), Duration.ofHours(30))
                .map(time -> Transformer.mutate(time + " pass", now -> now.world().pass(time)));
    }

    private static Action.Independent<Case> just(String what, java.util.function.Consumer<ContainmentWorld> happens) {
        return Action.just(Transformer.mutate(what, now -> happens.accept(now.world())));
    }

    private static Arbitrary<Reply> reply(Reply... replies) {
        return Arbitraries.of(replies);
    }

    private static Arbitrary<Integer> hours() {
        return Arbitraries.of(1, 2, 24, 48);
    }
}
