package io.countersign.proof.diff;

import io.countersign.proof.net.FileXml;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Compares the decisions that the playbook asks: by their bytes first, and then by what their rules say. */
record Decisions(Bundle before, Bundle now) {

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        now.net().nodes().stream().map(node -> FileXml.camunda(node.element(), "decisionRef")).filter(name -> !name.isEmpty()).distinct()
                .forEach(name -> compare(name, file(before, name), file(now, name), changes));
        return changes;
    }

    private static Optional<byte[]> file(Bundle bundle, String name) {
        return bundle.version().files().find(name + ".dmn");
    }

    private static void compare(String name, Optional<byte[]> was, Optional<byte[]> is, List<Change> changes) {
        if (was.isEmpty() && is.isEmpty() || was.isPresent() && is.isPresent() && Arrays.equals(was.get(), is.get())) {
            return;
        }
        if (was.isEmpty() || is.isEmpty()) {
            changes.add(Change.gains(ChangeKind.DECISION, "", "The decision “" + name + "” " + (is.isEmpty() ? "is not" : "was not") + " deployed with the playbook."));
        } else {
            changes.addAll(new DecisionRules(name, was.get(), is.get()).changes());
        }
    }
}
