package io.countersign.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Which playbooks start for which incident, with the DMN engine alone. */
class SelectPlaybookTest {

    private static final DecisionFile SELECT = DecisionFile.read("select-playbook");
    private static final List<String> NAMES = List.of("ExternalAddress", "Host", "Account", "ForeignDomain", "Mail", "ApiKey", "Bucket", "Agent");
    private static final Set<String> BLOCKS_ADDRESSES = Set.of("isolate-infected-host", "block-malicious-address", "contain-data-exfiltration");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "select-playbook-cases.csv", useHeadersInDisplayName = true)
    void thePlaybooksAreTheOnesThatTheCaseNames(String situation, String severity, String techniques, String names, String environment, String playbooks) {
        List<String> expected = playbooks == null ? List.of() : Arrays.asList(playbooks.split(" "));
        assertThat(select(severity, techniques, names == null ? List.of() : List.of(names.split(" ")), environment)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void noPlaybookStartsTwiceAndNoAddressIsBlockedByTwoPlaybooks() {
        for (String severity : List.of("LOW", "HIGH")) {
            for (String techniques : List.of("", "T1110", "T1071.001", "T1110,T1071", "T1595", "T1567", "T1566.002", "T1552", "T1530,T1041")) {
                for (int bits = 0; bits < 1 << NAMES.size(); bits++) {
                    List<String> playbooks = select(severity, techniques, named(bits), "PRODUCTION");
                    assertThat(playbooks).doesNotHaveDuplicates();
                    assertThat(playbooks.stream().filter(BLOCKS_ADDRESSES::contains)).as(techniques + named(bits))
                            .hasSizeLessThan(playbooks.contains("isolate-infected-host") && playbooks.contains("contain-data-exfiltration") ? 3 : 2);
                }
            }
        }
    }

    @Test
    void noPlaybookIsForgottenBySelection() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".bpmn")).map(name -> name.replace(".bpmn", "")))
                    .containsExactlyInAnyOrderElementsOf(Set.copyOf(SELECT.outputsOfEveryRule("playbook")));
        }
    }

    private static List<String> named(int bits) {
        return IntStream.range(0, NAMES.size()).filter(bit -> (bits >> bit & 1) == 1).mapToObj(NAMES::get).toList();
    }

    private static List<String> select(String severity, String techniques, List<String> names, String environment) {
        Map<String, Object> variables = new HashMap<>(Map.of("severity", severity, "environment", environment));
        NAMES.forEach(name -> variables.put("has" + name, names.contains(name)));
        variables.put("technique", techniques);
        return SELECT.evaluate(variables).stream().map(outputs -> (String) outputs.get("playbook")).toList();
    }
}
