package io.countersign.connector;

import java.util.List;

/** Whether the connector could do its work now, seen on the product: reachable, and the permissions it needs are there. */
public record SelfCheck(boolean usable, List<String> findings) {

    public SelfCheck {
        findings = List.copyOf(findings);
    }
}
