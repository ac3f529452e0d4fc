package io.countersign.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** The real main in a JVM of its own, as a build server runs it. */
class CommandLineTest {

    private static final String PLAYBOOK = "bpmn/isolate-infected-host.bpmn";

    @TempDir
    Path folder;

    @Test
    void shippedPlaybooksAreProvedWithoutAServer() throws Exception {
        Outcome outcome = Outcome.of("check", "bpmn");
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).hasSameSizeAs(playbooks()).allMatch(line -> line.matches("bpmn/[a-z-]+\\.bpmn: proved, \\d+ states, \\d+ ms"));
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aFindingIsOneLineWithItsTraceAndItsMendIndented() throws Exception {
        Path file = edited("unsafe.bpmn", "<bpmn:boundaryEvent id=\"compensate-isolate-host\"", "<bpmn:boundaryEvent id=\"loose\"");
        Outcome outcome = Outcome.of("check", file.toString());
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(1);
        assertThat(outcome.out()).anyMatch(line -> line.matches(".*unsafe\\.bpmn:[a-z-]+: A\\d+ .+"));
        assertThat(outcome.out()).anyMatch(line -> line.startsWith("    mend: "));
        assertThat(outcome.out().get(outcome.out().size() - 1)).contains("unsafe.bpmn: refused, ").contains(" states, ");
    }

    @Test
    void jsonFitsItsSchema() throws Exception {
        Path unsafe = edited("unsafe.bpmn", "<bpmn:boundaryEvent id=\"compensate-isolate-host\"", "<bpmn:boundaryEvent id=\"loose\"");
        assertThat(problems(Outcome.of("check", unsafe.toString(), "--json"), "check")).isEmpty();
        assertThat(problems(Outcome.of("diff", PLAYBOOK, unsafe.toString(), "--json"), "diff")).isEmpty();
    }

    @Test
    void whatGainsAuthorityIsSaid() throws Exception {
        Path more = edited("more.bpmn", "camunda:candidateGroups=\"soc\"", "camunda:candidateGroups=\"soc,edr\"");
        Outcome gained = Outcome.of("diff", PLAYBOOK, more.toString());
        assertThat(gained.code()).as(gained.toString()).isEqualTo(1);
        assertThat(gained.out()).anyMatch(line -> line.startsWith("  + ") && line.contains("soc"));
        Outcome lost = Outcome.of("diff", more.toString(), PLAYBOOK);
        assertThat(lost.code()).as(lost.toString()).isZero();
        assertThat(lost.out()).anyMatch(line -> line.startsWith("  - "));
    }

    @Test
    void foldersAreComparedPlaybookByPlaybook() throws Exception {
        for (String name : playbooks()) {
            Files.copy(Path.of("bpmn", name), folder.resolve(name));
        }
        Files.delete(folder.resolve("isolate-infected-host.bpmn"));
        assertThat(Outcome.of("diff", "bpmn", folder.toString()).code()).isZero();
        Outcome grown = Outcome.of("diff", folder.toString(), "bpmn");
        assertThat(grown.code()).isEqualTo(1);
        assertThat(grown.out()).contains("  + It is a new playbook.");
    }

    @Test
    void whatCannotBeReadIsUnusable() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.bpmn"), "<no bpmn");
        assertThat(Outcome.of("check", broken.toString()).code()).isEqualTo(2);
        assertThat(Outcome.of("diff", PLAYBOOK, broken.toString()).code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"check --colour, has no option '--colour'", "check, no playbook", "check nothing-here.bpmn, there is no file", "frobnicate, is no command",
            "worker nodes, is no setting",
            "diff bpmn, two files", "check bpmn --simulate, needs a script", "check bpmn --simulate no.yaml, cannot be read", "check pom.xml, is none of"})
    void aWrongCallIsAnsweredWithOneLine(String call, String why) throws Exception {
        Outcome outcome = Outcome.of(call.split(" "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).singleElement().asString().startsWith("countersign: ").contains(why);
    }

    @Test
    void aWorkerThatCannotStartSaysWhichSettingIsMissing() throws Exception {
        Outcome outcome = Outcome.of("worker", "--countersign.worker.nodes=https://localhost:1");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).last().asString().startsWith("countersign: the worker cannot start: ").contains("countersign.connector.ldap.url");
    }

    @Test
    void helpSaysWhatThereIs() throws Exception {
        Outcome outcome = Outcome.of("--help");
        assertThat(outcome.code()).isZero();
        assertThat(String.join("\n", outcome.out())).contains("check FILE...", "diff OLD NEW", "--json");
    }

    /** A file may hold what would move a terminal's cursor. */
    @Test
    void nothingFromAFileControlsTheTerminal() throws Exception {
        Path file = edited("\u001b[2Jname.bpmn", "id=\"isolate-infected-host\" name=\"", "id=\"isolate-infected-host\" name=\"\u202e");
        assertThat(String.join("", Outcome.of("check", file.toString()).out())).doesNotContain("\u001b", "\u202e");
    }

    private Path edited(String name, String old, String now) throws IOException {
        String text = Files.readString(Path.of(PLAYBOOK));
        assertThat(text).contains(old);
        return Files.writeString(folder.resolve(name), text.replace(old, now));
    }

    private static List<String> playbooks() throws IOException {
        try (var files = Files.list(Path.of("bpmn"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".bpmn")).toList();
        }
    }

    private static Iterable<?> problems(Outcome outcome, String schema) throws IOException {
        JsonNode report = new ObjectMapper().readTree(String.join("\n", outcome.out()));
        assertThat(report.isObject()).isTrue();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(new ClassPathResource("proof/" + schema + ".schema.json").getInputStream())
                .validate(report);
    }
}
