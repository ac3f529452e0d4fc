package io.countersign.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.evidence.ActionRunId;
import io.countersign.execution.HonestTarget.Now;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to be so after whatever happened. It remembers how rows and leases were, to see that none moved where it may not. */
class Guarantees {

    private final ContainmentWorld world;
    private final Map<ActionRunId, ActionRunState> before = new HashMap<>();

    Guarantees(ContainmentWorld world) {
        this.world = world;
    }

    void hold() {
        assertThat(world.parts.target().broken()).as("orders that reached the product").isEmpty();
        List<ActionRunView> rows = rows();
        rows.forEach(this::movedOnlyAsListed);
        for (int target = 0; target < ContainmentWorld.TARGETS; target++) {
            effectIsKnown(target, rows);
            leasesFit(target, rows);
        }
        ordersAreOnTheRecord();
    }

    private void movedOnlyAsListed(ActionRunView row) {
        ActionRunState was = before.put(row.id(), row.state());
        if (was != null) {
            assertThat(reachable(was)).as("a row that was " + was).contains(row.state());
        }
        assertThat(row.prior()).as("the way back").isNotNull();
    }

    private static Set<ActionRunState> reachable(ActionRunState from) {
        Set<ActionRunState> seen = EnumSet.of(from);
        for (int size = 0; size != seen.size();) {
            size = seen.size();
            for (ActionRunState state : ActionRunState.values()) {
                if (seen.stream().anyMatch(known -> known.mayBecome(state))) {
                    seen.add(state);
                }
            }
        }
        return seen;
    }

    /** What is on the target by an order of ours has a row, and somebody who holds it, undoes it, or has to look at it. */
    private void effectIsKnown(int target, List<ActionRunView> rows) {
        Now now = world.parts.target().now(world.targets.get(target));
        if (now.by() == null) {
            return;
        }
        ActionRunView row = rows.stream().filter(known -> known.id().value().equals(now.by())).findFirst()
                .orElseThrow(() -> new AssertionError("An effect without a row: " + now));
        boolean somebodys = row.state().inFlight() || row.state().needsUndo() || row.state().leftToAPerson();
        boolean handedOver = row.state() == ActionRunState.HANDED_OVER
                && world.inForce(target).filter(lease -> lease.effectRun().equals(row.id()) && !lease.holding().isEmpty()).isPresent();
        assertThat(somebodys || handedOver || saidToLeave(now)).as(row.state() + " and yet in effect: " + world.inForce(target)).isTrue();
    }

    private void leasesFit(int target, List<ActionRunView> rows) {
        List<Lease> all = IntStream.range(0, ContainmentWorld.RUNS).boxed().flatMap(run -> world.leases(run).stream())
                .filter(lease -> lease.target().equals(world.targets.get(target))).distinct().toList();
        assertThat(all.stream().filter(lease -> lease.state() != Lease.State.RELEASED).toList()).as("leases in force on one target").hasSizeLessThanOrEqualTo(1);
        for (Lease lease : all) {
            boolean over = lease.state() == Lease.State.RELEASED;
            assertThat(lease.holding().isEmpty()).as("who holds " + lease).isEqualTo(over);
            if (!over) {
                assertThat(lease.until()).as("the end of " + lease).isEqualTo(lease.holding().stream().map(Lease.Holder::until).max(Instant::compareTo).orElseThrow());
                lease.holding().forEach(holder -> heldByALivingRow(lease, holder, rows));
            }
        }
    }

    private static void heldByALivingRow(Lease lease, Lease.Holder holder, List<ActionRunView> rows) {
        ActionRunState state = rows.stream().filter(row -> row.id().equals(holder.actionRun())).findFirst().orElseThrow().state();
        assertThat(state.inFlight() || state.needsUndo() || state.leftToAPerson()).as("a row that is " + state + " holds " + lease).isTrue();
    }

    private void ordersAreOnTheRecord() {
        world.parts.target().orders().keySet().forEach(key -> {
            assertThat(recorded("ACTION_ATTEMPTED", new ActionRunId(key))).as("the order under " + key + " on the record").isEqualTo(1);
            assertThat(recorded("CREDENTIAL_REDEEMED", new ActionRunId(key)) - world.parts.target().undosOf(key)).as("credentials used up under " + key).isEqualTo(1);
        });
    }

    private long recorded(String kind, ActionRunId run) {
        JdbcClient jdbc = world.parts.jdbc();
        return jdbc.sql("select count(*) from evidence where action_run = ? and kind = ?").params(run.value(), kind).query(Long.class).single();
    }

    /** When all that can be done was done: nothing of ours is left, but what a person has to look at because somebody else changed it. */
    void everythingCameBack() {
        for (int target = 0; target < ContainmentWorld.TARGETS; target++) {
            Now now = world.parts.target().now(world.targets.get(target));
            boolean looksAsWeMakeIt = now.state().equals(HonestTarget.MADE);
            assertThat(looksAsWeMakeIt && now.by() != null && !saidToLeave(now)).as("target " + target + " is still as we made it: " + now).isFalse();
            world.inForce(target).ifPresent(lease -> assertThat(lease.state() == Lease.State.DRIFTED || looksAsWeMakeIt).as("what is left of " + lease).isTrue());
        }
        rows().forEach(this::isOver);
    }

    /** A person had the last word on the effect: on the row that made it, or on that of another run that held it last. */
    private boolean saidToLeave(Now now) {
        return rows().stream().filter(made -> made.id().value().equals(now.by())).anyMatch(made -> rows().stream().anyMatch(row -> row.state() == ActionRunState.UNSAFE
                && (row.id().equals(made.id()) || made.lease() != null && made.lease().equals(row.lease()))));
    }

    /** A stranger who contained the very target in the very way looks like us, and what the product says we never did it does not undo: that stays on the board for a person. */
    private void isOver(ActionRunView row) {
        Now now = world.parts.target().now(row.target());
        boolean likeUs = now.by() == null && now.state().equals(HonestTarget.MADE);
        assertThat(row.state().inFlight()).as(row + " at the end").isFalse();
        assertThat(row.state().needsUndo() && !(likeUs && row.state() == ActionRunState.UNDO_FAILED)).as(row + " at the end").isFalse();
        assertThat(world.parts.target().mayStillCome(row.id().value())).as("an order of " + row + " that may still come").isFalse();
    }

    private List<ActionRunView> rows() {
        return IntStream.range(0, ContainmentWorld.RUNS).boxed().flatMap(run -> world.rows(run).stream()).toList();
    }
}
