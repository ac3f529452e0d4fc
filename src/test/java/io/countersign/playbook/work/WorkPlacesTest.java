package io.countersign.playbook.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.execution.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** However many wait for a slow product, others find a place; and there is an end to it. */
class WorkPlacesTest {

    private final WorkPlaces places = new WorkPlaces(Set.of("containment", "advice"), 1, new WorkSignal());

    @Test
    void workHasItsPlaceForItselfAndNoOtherTopicIsKeptWaiting() {
        places.take("containment");
        assertThat(places.free()).isEqualTo(Map.of("advice", 1));
        places.work("containment", () -> assertThat(places.free()).isEqualTo(Map.of("advice", 1)));
        assertThat(places.free()).isEqualTo(Map.of("containment", 1, "advice", 1));
    }

    @Test
    void whoeverWaitsForAProductLeavesItsPlaceAndComesBack() {
        places.take("containment");
        places.work("containment", () -> {
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
            places.work("containment", () -> Waiting.forProduct(() -> {
                throw new IllegalStateException("the product is broken");
            }));
        } catch (IllegalStateException expected) {
            assertThat(places.free()).containsEntry("containment", 1);
        }
        assertThat(Waiting.<Boolean>forProduct(() -> true)).as("a thread without a place just waits").isTrue();
    }

    @Test
    void noMoreThanEightTimesThePlacesAreInHand() throws InterruptedException {
        CountDownLatch answers = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(8);
        List<Thread> workers = new ArrayList<>();
        for (int call = 0; call < 8; call++) {
            places.take("containment");
            workers.add(new Thread(() -> places.work("containment", () -> Waiting.forProduct(() -> await(waiting, answers)))));
            workers.get(call).start();
        }
        waiting.await();
        assertThat(places.free()).isEmpty();
        answers.countDown();
        for (Thread worker : workers) {
            worker.join();
        }
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
