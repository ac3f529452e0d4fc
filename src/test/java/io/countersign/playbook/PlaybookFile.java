package io.countersign.playbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One {@code .bpmn} file of the product, read without an engine. */
record PlaybookFile(String key, String text, BpmnModelInstance model) {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");

    static List<PlaybookFile> all() {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().map(PlaybookFile::read).toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static PlaybookFile read(Path file) {
        try {
            String text = Files.readString(file);
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            Bpmn.validateModel(model);
            return new PlaybookFile(file.getFileName().toString().replace(".bpmn", ""), text, model);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    Process process() {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    <T extends ModelElementInstance> List<T> all(Class<T> type) {
        return List.copyOf(model.getModelElementsByType(type));
    }

    List<Message> messages() {
        return all(Message.class);
    }

    List<FlowNode> nodes() {
        return all(FlowNode.class);
    }

    /** In the order of the process. */
    List<ServiceTask> actions() {
        return all(ServiceTask.class).stream().filter(task -> "containment".equals(task.getCamundaTopic())).toList();
    }

    <T extends BaseElement> List<T> withProperty(Class<T> type, String name, String value) {
        return all(type).stream().filter(element -> value.equals(property(element, name))).toList();
    }

    String property(BaseElement element, String name) {
        if (element.getExtensionElements() == null) {
            return null;
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> property.getCamundaName().equals(name)).map(CamundaProperty::getCamundaValue).findFirst().orElse(null);
    }

    ServiceTask handlerOf(ServiceTask action) {
        BoundaryEvent event = all(BoundaryEvent.class).stream().filter(boundary -> boundary.getAttachedTo().equals(action)).findFirst().orElseThrow();
        ServiceTask handler = (ServiceTask) all(Association.class).stream().filter(link -> link.getSource().equals(event)).findFirst().orElseThrow().getTarget();
        if (!handler.isForCompensation()) {
            throw new AssertionError(handler.getId() + " is not for compensation");
        }
        return handler;
    }

    List<String> expressions() {
        Matcher matcher = EXPRESSION.matcher(text);
        return matcher.results().map(found -> found.group().replace("&#39;", "'")).toList();
    }

    static String documentation(BaseElement element) {
        return element.getDocumentations().stream().map(documentation -> documentation.getTextContent()).collect(Collectors.joining());
    }

    /** {@code isolate-host} → {@code isolateHost}, the prefix of an action's variables. */
    static String variable(String elementId) {
        return Pattern.compile("-(.)").matcher(elementId).replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return key;
    }
}
