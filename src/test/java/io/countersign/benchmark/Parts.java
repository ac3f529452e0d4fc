package io.countersign.benchmark;

import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Which parts of the benchmark are wanted: {@code -Dbench.parts=proof,road,slow,rollback,past}; the first two if nothing is said. */
final class Parts {

    private static final List<String> WANTED = List.of(System.getProperty("bench.parts", "proof,road").split(","));

    private Parts() {
    }

    static void require(String part) {
        Assumptions.assumeTrue(WANTED.contains(part), "Not wanted: -Dbench.parts=" + part);
    }
}
