package io.countersign.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Which playbooks start for which incident, with the DMN engine alone. */
class SelectPlaybookTest {

    private static final DecisionFile SELECT = DecisionFile.read("select-playbook");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "select-playbook-cases.csv", useHeadersInDisplayName = true)
    void thePlaybooksAreTheOnesThatTheCaseNames(String situation, String severity, String techniques, boolean address, boolean host,
                                                boolean account, String environment, String playbooks) {
        List<String> expected = playbooks == null ? List.of() : Arrays.asList(playbooks.split(" "));
        assertThat(select(severity, techniques, address, host, account, environment)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void noPlaybookStartsTwiceAndNoAddressIsBlockedByTwoPlaybooks() {
        for (String severity : List.of("INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL")) {
            for (String techniques : List.of("", "T1110", "T1071.001", "T1110,T1071", "T1595")) {
                for (int bits = 0; bits < 8; bits++) {
                    for (String environment : List.of("PRODUCTION", "STAGING", "DEVELOPMENT", "UNKNOWN")) {
                        List<String> playbooks = select(severity, techniques, (bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0, environment);
                        assertThat(playbooks).doesNotHaveDuplicates();
                        assertThat(playbooks.containsAll(List.of("isolate-infected-host", "block-malicious-address"))).isFalse();
                    }
                }
            }
        }
    }

    @Test
    void everyPlaybookThatCanBeSelectedExists() {
        assertThat(SELECT.outputsOfEveryRule("playbook")).isNotEmpty()
                .allSatisfy(playbook -> assertThat(Files.exists(Path.of("bpmn", playbook + ".bpmn"))).as(playbook).isTrue());
    }

    private static List<String> select(String severity, String techniques, boolean address, boolean host, boolean account, String environment) {
        Map<String, Object> variables = new HashMap<>(Map.of("severity", severity, "hasExternalAddress", address, "hasHost", host,
                "hasAccount", account, "environment", environment));
        variables.put("technique", techniques);
        return SELECT.evaluate(variables).stream().map(outputs -> (String) outputs.get("playbook")).toList();
    }
}
