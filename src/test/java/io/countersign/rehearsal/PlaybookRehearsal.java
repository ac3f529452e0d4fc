package io.countersign.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Plays scripts before the tests of a class, all in one JVM of its own, because the engine's clock is moved there. Needs nothing of
 * the product but the command that starts it, so it can be copied beside playbooks that are kept elsewhere:
 * <pre>
 * &#64;RegisterExtension
 * static final PlaybookRehearsal REHEARSAL = PlaybookRehearsal.of(List.of("java", "-jar", "countersign.jar"), "bpmn", "bpmn/scenarios");
 * </pre>
 */
final class PlaybookRehearsal implements BeforeAllCallback {

    private final List<String> product;
    private final String playbooks;
    private final Path scripts;
    private final Map<String, RehearsalReport> reports = new HashMap<>();

    private PlaybookRehearsal(List<String> product, String playbooks, Path scripts) {
        this.product = product;
        this.playbooks = playbooks;
        this.scripts = scripts;
    }

    /** @param product the command that starts the product @param playbooks a file or folder @param scripts a folder */
    static PlaybookRehearsal of(List<String> product, String playbooks, String scripts) {
        return new PlaybookRehearsal(product, playbooks, Path.of(scripts));
    }

    /** Of the script in the file of that name, without {@code .yaml}. */
    RehearsalReport report(String script) {
        return reports.get(script);
    }

    Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(scripts)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")).map(name -> name.replace(".yaml", "")).sorted().toList().stream();
        }
    }

    @Override
    public void beforeAll(ExtensionContext tests) throws Exception {
        List<String> command = new ArrayList<>(product);
        command.addAll(List.of("check", playbooks, "--json", "--simulate", scripts.toString()));
        Path out = Files.createTempFile("rehearsal-", ".json");
        try {
            Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("The rehearsal does not end");
            }
            read(new ObjectMapper().readTree(out.toFile()).path("rehearsals"));
        } finally {
            Files.deleteIfExists(out);
        }
    }

    private void read(JsonNode rehearsals) throws IOException {
        List<String> names = names().toList();
        for (int i = 0; i < rehearsals.size(); i++) {
            JsonNode report = rehearsals.get(i);
            reports.put(names.get(i), new RehearsalReport(report.path("title").asText(), texts(report.path("timeline")), texts(report.path("failures"))));
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
