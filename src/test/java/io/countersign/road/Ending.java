package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.execution.Lease;
import java.time.Duration;
import java.util.function.Consumer;

/** How a run comes to its end once every action was treated. */
enum Ending {
    NOTHING_CONTAINED(walk -> {
        walk.endsAs("Nothing contained");
        walk.allBack();
    }),
    LEASE_ENDS(walk -> {
        walk.inForce();
        walk.comesBack("on-release", () -> walk.play().clock.advance(Duration.ofDays(2)), "Released and observed");
    }),
    RELEASED(walk -> {
        walk.inForce();
        walk.comesBack("on-release", () -> walk.play().road.release(walk.run()), "Released and observed");
    }),
    ROLLED_BACK(walk -> {
        walk.inForce();
        walk.comesBack("on-request", () -> walk.play().road.rollBack(walk.run()), "Rolled back and observed");
    }),
    KEPT(walk -> {
        walk.inForce();
        walk.play().keep(walk.run(), walk.play().clock.instant().plus(Duration.ofDays(20)));
        walk.inForce();
        assertThat(walk.heldLeases()).isNotEmpty().allMatch(lease -> lease.state() == Lease.State.KEPT);
        walk.play().clock.advance(Duration.ofDays(19));
        walk.inForce();
        walk.comesBack("on-release", () -> walk.play().clock.advance(Duration.ofDays(2)), "Released and observed");
    }),
    RELEASED_WITH_DRIFT(walk -> {
        walk.inForce();
        drift(walk);
        walk.play().road.release(walk.run());
        walk.play().road.standsAt(walk.run(), "review-on-release");
        walk.review("RESTORED");
        walk.endsAs("Checked by a person");
        assertThat(walk.heldLeases()).isEmpty();
    }),
    ROLLED_BACK_WITH_DRIFT(walk -> {
        walk.inForce();
        drift(walk);
        walk.play().road.rollBack(walk.run());
        walk.play().road.standsAt(walk.run(), "review-on-request");
        walk.review("ACCEPTED");
        walk.endsAs("Checked by a person");
        assertThat(walk.heldLeases()).isEmpty();
    });

    private final Consumer<Walk> how;

    Ending(Consumer<Walk> how) {
        this.how = how;
    }

    void of(Walk walk) {
        how.accept(walk);
    }

    /** Somebody else changes what the first action that a machine takes back did; it must not be overwritten. */
    static void drift(Walk walk) {
        String action = walk.scene().script().firstUndone();
        walk.play().stage.stranger(walk.target(action), Script.effect(action).get(0), "changed by a stranger");
    }
}
