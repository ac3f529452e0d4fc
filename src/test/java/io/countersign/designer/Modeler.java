package io.countersign.designer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.countersign.testing.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;

/** The libraries of Camunda Modeler in a real browser. */
final class Modeler implements AutoCloseable {

    private static final Path FRONTEND = Path.of("src/test/frontend");
    private static final Path BUNDLE = FRONTEND.resolve("node_modules/camunda-bpmn-js/dist/camunda-platform-modeler.production.min.js");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALL = "const done = arguments[arguments.length - 1]; const [name, json] = arguments;"
            + "window[name](...JSON.parse(json)).then(answer => done(JSON.stringify(answer)), failed => done(JSON.stringify({failed: String(failed && failed.stack || failed)})));";

    private final ChromeDriver browser;

    Modeler() {
        if (!Files.exists(BUNDLE)) {
            throw new IllegalStateException("The libraries of Modeler are not installed: run 'npm ci' in " + FRONTEND + ", or the whole 'mvn verify'");
        }
        browser = Browser.start();
        browser.manage().timeouts().scriptTimeout(Duration.ofSeconds(90));
        browser.get(FRONTEND.resolve("modeler.html").toAbsolutePath().toUri().toString());
    }

    /** All shipped templates, as Modeler collects them from their folder. */
    static ArrayNode templates() {
        ArrayNode all = JSON.createArrayNode();
        try (Stream<Path> files = Files.list(ElementTemplatesTest.FOLDER)) {
            for (Path file : files.sorted().toList()) {
                JSON.readTree(file.toFile()).forEach(all::add);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    JsonNode open(String xml, ArrayNode templates) {
        return call("open", List.of(xml, templates));
    }

    /** @param choice what a designer picks in a list that has nothing picked */
    JsonNode apply(ElementTemplate template, String choice) {
        String fresh = template.isTask() ? "bpmn:Task" : "bpmn:" + template.element();
        return call("apply", List.of(templates(), template.id(), fresh, template.definition().isEmpty() ? "" : "bpmn:" + template.definition(), choice));
    }

    List<String> complaints() {
        return Browser.complaints(browser);
    }

    private JsonNode call(String function, List<?> arguments) {
        try {
            JsonNode answer = JSON.readTree((String) browser.executeAsyncScript(CALL, function, JSON.writeValueAsString(arguments)));
            if (answer.has("failed")) {
                throw new AssertionError("Modeler failed: " + answer.get("failed").asText());
            }
            return answer;
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }

    @Override
    public void close() {
        browser.quit();
    }
}
