package io.countersign.incident.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a record by dotted paths, whether its keys are nested ({@code {"host":{"name":…}}}) or flattened ({@code {"host.name":…}}),
 * looking into every element of arrays on the way. What is absent or of another type is simply not there.
 */
record Fields(JsonNode node) {

    /** The first text or number under the first path that has one; null if none has. */
    String text(String... paths) {
        for (String path : paths) {
            for (String text : texts(path)) {
                if (!text.isBlank()) {
                    return text;
                }
            }
        }
        return null;
    }

    List<String> texts(String path) {
        return nodes(path).stream().filter(found -> found.isTextual() || found.isNumber()).map(JsonNode::asText).toList();
    }

    /** All objects under a path. */
    Stream<Fields> each(String path) {
        return nodes(path).stream().filter(JsonNode::isObject).map(Fields::new);
    }

    private List<JsonNode> nodes(String path) {
        List<JsonNode> found = new ArrayList<>();
        collect(node, path, found);
        return found;
    }

    private static void collect(JsonNode node, String path, List<JsonNode> found) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, path, found));
        } else if (path.isEmpty()) {
            found.add(node);
        } else if (node.isObject()) {
            for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
                JsonNode child = node.get(path.substring(0, end));
                if (child != null) {
                    collect(child, end == path.length() ? "" : path.substring(end + 1), found);
                }
            }
        }
    }
}
