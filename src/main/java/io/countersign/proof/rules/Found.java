package io.countersign.proof.rules;

import io.countersign.proof.Finding;
import io.countersign.proof.Mend;
import io.countersign.proof.Rule;
import io.countersign.proof.Severity;
import io.countersign.proof.net.Node;
import java.util.List;
import java.util.Optional;

/** Makes findings about the shape of an element. */
final class Found {

    private Found() {
    }

    static Finding at(Node node, Rule rule, String message, Mend mend) {
        return new Finding(rule, Severity.ERROR, node.file(), node.id(), node.name(), message, List.of(), Optional.of(mend));
    }

    static Finding in(String file, String id, String name, Rule rule, String message, Mend mend) {
        return new Finding(rule, Severity.ERROR, file, id, name, message, List.of(), Optional.of(mend));
    }
}
