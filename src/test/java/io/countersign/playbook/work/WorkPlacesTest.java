package io.countersign.playbook.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.execution.Waiting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However many wait for a slow product, others find a place; and there is an end to it. */
class WorkPlacesTest {

    private final WorkPlaces places = new WorkPlaces(Set.of("containment", "advice"), 1, new WorkSignal());

    @Test
    void workHasItsPlaceForItselfAndNoOtherTopicIsKeptWaiting() {
        places.take("containment");
        assertThat(places.free()).isEqualTo(Map.of("advice", 1));
        places.work("containment", true, () -> assertThat(places.free()).isEqualTo(Map.of("advice", 1)));
        assertThat(places.free()).isEqualTo(Map.of("containment", 1, "advice", 1));
    }

    @Test
    void whoeverWaitsForAProductLeavesItsPlaceAndComesBack() {
        places.take("containment");
        places.work("containment", true, () -> {
            String said = Waiting.forProduct(() -> {
                assertThat(places.free()).containsEntry("containment", 1);
                return "done";
            });
            assertThat(said).isEqualTo("done");
            assertThat(places.free()).doesNotContainKey("containment");
        });
        assertThat(places.free()).containsEntry("containment", 1);
    }

    @Test
    void aCallThatFailsComesBackToo() {
        places.take("containment");
        try {
            places.work("containment", true, () -> Waiting.forProduct(() -> {
                throw new IllegalStateException("the product is broken");
            }));
        } catch (IllegalStateException expected) {
            assertThat(places.free()).containsEntry("containment", 1);
        }
        assertThat(Waiting.<Boolean>forProduct(() -> true)).as("a thread without a place just waits").isTrue();
    }

    @Test
    void noMoreThanEightTimesThePlacesAreInHandAndAnotherTopicStillHasItsOwn() throws InterruptedException {
        CountDownLatch answers = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(8);
        List<Thread> workers = new ArrayList<>();
        for (int call = 0; call < 8; call++) {
            boolean taken = places.take("containment");
            workers.add(new Thread(() -> places.work("containment", taken, () -> Waiting.forProduct(() -> await(waiting, answers)))));
            workers.get(call).start();
        }
        waiting.await();
        assertThat(places.free()).isEqualTo(Map.of("advice", 1));
        places.take("advice");
        places.work("advice", true, () -> Waiting.forProduct(() -> {
            assertThat(places.free()).as("all is in hand").isEmpty();
            return true;
        }));
        answers.countDown();
        for (Thread worker : workers) {
            worker.join();
        }
        assertThat(places.free()).isEqualTo(Map.of("containment", 1, "advice", 1));
    }

    /** The one who takes renews the locks of all others, so it must not wait for them. */
    @Test
    @Timeout(60)
    void whoeverFindsThePlaceTakenAgainIsInHandAllTheSame() throws InterruptedException {
        assertThat(places.take("containment")).isTrue();
        assertThat(places.take("containment")).as("somebody came back meanwhile").isFalse();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Thread second = new Thread(() -> places.work("containment", false, () -> order.add("second")));
        places.work("containment", true, () -> {
            second.start();
            org.awaitility.Awaitility.await().until(() -> second.getState() == Thread.State.WAITING);
            order.add("first");
        });
        second.join();
        assertThat(order).containsExactly("first", "second");
        assertThat(places.free()).isEqualTo(Map.of("containment", 1, "advice", 1));
    }

    @Test
    void whatCannotBeBegunGivesEverythingBack() {
        for (int n = 0; n < 20; n++) {
            places.giveUp("containment", places.take("containment"));
        }
        places.take("containment");
        places.giveUp("containment", places.take("containment"));
        places.giveUp("containment", true);
        assertThat(places.free()).isEqualTo(Map.of("containment", 1, "advice", 1));
    }

    private static boolean await(CountDownLatch waiting, CountDownLatch answers) {
        waiting.countDown();
        try {
            answers.await();
            return true;
        } catch (InterruptedException stopping) {
            return false;
        }
    }
}
