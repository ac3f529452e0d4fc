package io.countersign.proof;

import java.util.List;
import java.util.Optional;

/**
 * One way in which a playbook breaks a rule.
 *
 * @param file    name of the file
 * @param element id of the BPMN or DMN element; empty where the file as a whole is meant
 * @param name    the element's name, for people
 * @param message what is wrong here
 * @param trace   the shortest path from the start that breaks the rule; empty where the shape alone breaks it
 */
public record Finding(Rule rule, Severity severity, String file, String element, String name, String message, List<Step> trace, Optional<Mend> mend) {

    public Finding {
        trace = List.copyOf(trace);
    }

    public boolean refuses() {
        return severity == Severity.ERROR;
    }
}
