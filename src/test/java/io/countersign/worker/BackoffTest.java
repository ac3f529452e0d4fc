package io.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void aPauseIsLongerEachTimeUpToABoundAndNeverTheSameForAll() {
        Backoff most = new Backoff(always(Long.MAX_VALUE));
        assertThat(LongStream.generate(most::nextMillis).limit(6)).containsExactly(250L, 500L, 1000L, 2000L, 4000L, 4000L);
        most.reset();
        assertThat(most.nextMillis()).isEqualTo(250);
        Backoff least = new Backoff(always(0));
        assertThat(LongStream.generate(least::nextMillis).limit(6)).containsExactly(125L, 250L, 500L, 1000L, 2000L, 2000L);
    }

    /** The random number nearest to this. */
    private static RandomGenerator always(long number) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return number;
            }

            @Override
            public long nextLong(long bound) {
                return Math.min(number, bound - 1);
            }
        };
    }
}
