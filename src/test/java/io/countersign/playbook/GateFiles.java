package io.countersign.playbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** A shipped playbook under a key of its own, and what designers do to it. */
public final class GateFiles {

    private GateFiles() {
    }

    public static String isolate(String key) {
        return shipped().replace("process id=\"isolate-infected-host\"", "process id=\"" + key + "\"").replace("bpmnElement=\"isolate-infected-host\"", "bpmnElement=\"" + key + "\"");
    }

    /** Changes nothing in authority. */
    public static String documented(String playbook) {
        return playbook.replaceFirst("camunda:versionTag=\"1.0\"", "camunda:versionTag=\"1.1\"");
    }

    /** People of another team may answer as well. */
    public static String gaining(String playbook) {
        return playbook.replaceFirst("(id=\"approve-isolate-host\"[^>]*)camunda:candidateGroups=\"soc\"", "$1camunda:candidateGroups=\"soc,network\"");
    }

    /** Nobody is asked any more: breaks A4. */
    public static String unproved(String playbook) {
        return playbook.replaceFirst("(id=\"approve-isolate-host\"[^>]*) camunda:candidateGroups=\"soc\"", "$1");
    }

    /** Where two have to agree, one is enough: breaks A2. */
    public static String bypassed(String playbook) {
        return playbook.replaceFirst("(id=\"check-quorum-of-isolate-host-two\"[^>]*targetRef=)\"countersign-isolate-host\"", "$1\"isolate-host\"");
    }

    public static Map<String, byte[]> files(String key, String playbook) {
        return Map.of(key + ".bpmn", playbook.getBytes(StandardCharsets.UTF_8));
    }

    static String decision(String key) {
        return read("bpmn/decisions/" + key + ".dmn");
    }

    private static String shipped() {
        return read("bpmn/isolate-infected-host.bpmn");
    }

    private static String read(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
