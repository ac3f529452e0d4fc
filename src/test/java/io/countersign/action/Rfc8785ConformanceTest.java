package io.countersign.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library that makes canonical bytes agrees with the reference vectors of RFC 8785. */
class Rfc8785ConformanceTest {

    private final Path vectors = Path.of(Optional.ofNullable(System.getenv("COUNTERSIGN_SHARED_DATA")).orElse("../shared/data"),
            "tlog", "jcs-rfc8785", "testdata");

    @BeforeEach
    void vectorsAreThere() {
        if (!Files.isDirectory(vectors)) {
            assertThat(System.getenv("COUNTERSIGN_SHARED_REQUIRED")).as("the vectors are required, but not at " + vectors).isNotEqualTo("1");
            Assumptions.abort("The reference vectors are not at " + vectors);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrays", "french", "structures", "unicode", "values", "weird"})
    void everyReferenceVectorComesOutByteForByte(String name) throws IOException {
        byte[] canonical = new JsonCanonicalizer(Files.readString(vectors.resolve("input/" + name + ".json"))).getEncodedUTF8();
        assertThat(canonical).isEqualTo(Files.readAllBytes(vectors.resolve("output/" + name + ".json")));
    }
}
