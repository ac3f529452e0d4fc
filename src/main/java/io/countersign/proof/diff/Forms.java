package io.countersign.proof.diff;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.proof.net.FileXml;
import io.countersign.proof.net.Node;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Compares what people are shown where a form's name stayed and its content did not. */
record Forms(Bundle before, Bundle now) {

    private static final ObjectMapper JSON = new ObjectMapper();

    List<Change> changes() {
        List<String> used = now.net().nodes().stream().filter(node -> node.type().equals("userTask")).map(Forms::form).filter(form -> !form.isEmpty()).distinct().toList();
        return used.stream().filter(form -> !same(content(before, form), content(now, form)))
                .map(form -> Change.gains(ChangeKind.FORM, "", "The form “" + form + "” asks or shows something else.")).toList();
    }

    private static String form(Node task) {
        return FileXml.camunda(task.element(), "formRef");
    }

    private static Optional<byte[]> content(Bundle bundle, String form) {
        return bundle.version().files().find(form + ".form");
    }

    /** However the file is written. */
    private static boolean same(Optional<byte[]> was, Optional<byte[]> is) {
        try {
            return was.isEmpty() && is.isEmpty()
                    || was.isPresent() && is.isPresent() && Objects.equals(JSON.readTree(was.get()), JSON.readTree(is.get()));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
