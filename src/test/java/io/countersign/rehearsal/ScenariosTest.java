package io.countersign.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.CountersignApplication;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shipped script is played on the real engine; and one that expects what does not happen says so. */
class ScenariosTest {

    /** Without the tests: their beans are no part of the product. */
    private static final String CLASSES = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).filter(entry -> !entry.contains("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    private static final List<String> PRODUCT = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m", "-XX:+UseSerialGC", "-cp", CLASSES,
            CountersignApplication.class.getName());

    private static final Path FOLDER = withOneThatFails();

    @RegisterExtension
    static final PlaybookRehearsal REHEARSAL = PlaybookRehearsal.of(PRODUCT, "bpmn", FOLDER.toString());

    static Stream<String> shipped() throws IOException {
        return REHEARSAL.names().filter(name -> !name.startsWith("fails"));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aShippedScriptGoesAsItSays(String script) {
        assertThat(REHEARSAL.report(script)).isNotNull().satisfies(report -> {
            assertThat(report.failures()).as("%s", report.timeline()).isEmpty();
            assertThat(report.timeline()).anyMatch(line -> line.contains("The run ended"));
        });
    }

    @Test
    void aTierThatPolicyDidNotGiveIsAFailure() {
        assertThat(REHEARSAL.report("fails-tier").failures()).singleElement().asString().startsWith("/steps/0: ").contains("AUTONOMOUS instead of DUAL");
    }

    @Test
    void anExpectationThatDidNotComeTrueIsAFailure() {
        assertThat(REHEARSAL.report("fails-target").failures()).singleElement().asString().contains("'blocked' of 198.51.100.23 is 'false' instead of 'true'");
    }

    @Test
    void aPlaybookThatIsNotThereIsAFailure() {
        assertThat(REHEARSAL.report("fails-playbook").failures()).singleElement().asString().startsWith("the run does not begin");
    }

    private static Path withOneThatFails() {
        try {
            Path folder = Files.createTempDirectory("countersign-scenarios-");
            try (Stream<Path> shipped = Files.list(Path.of("bpmn", "scenarios"))) {
                for (Path script : shipped.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                    Files.copy(script, folder.resolve(script.getFileName()));
                }
            }
            String script = Files.readString(Path.of("bpmn", "scenarios", "block-malicious-address.yaml"));
            Files.writeString(folder.resolve("fails-tier.yaml"), script.replace("tier: AUTONOMOUS", "tier: DUAL").replace("198.51.100.23", "198.51.100.24"));
            Files.writeString(folder.resolve("fails-target.yaml"), script.replace("blocked: \"false\"", "blocked: \"true\""));
            Files.writeString(folder.resolve("fails-playbook.yaml"), script.replace("playbook: block-malicious-address", "playbook: no-such-playbook"));
            return folder;
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }
}
