package io.countersign.desk.api;

import io.countersign.playbook.DeployRefused;
import java.util.stream.Collectors;

/** Says why a deployment was refused so that Modeler presents it as problems of the diagram, one a line. */
final class ModelerProblems {

    /** Modeler knows problems of a diagram by exactly this beginning. */
    private static final String DIAGRAM = "ENGINE-09005 Could not parse BPMN process. Errors: \n";

    private ModelerProblems() {
    }

    static String message(DeployRefused refused) {
        boolean diagram = refused.problems().stream().anyMatch(problem -> problem.file().endsWith(".bpmn"));
        return (diagram ? DIAGRAM : "Nothing was deployed.\n") + refused.problems().stream().map(ModelerProblems::line).collect(Collectors.joining("\n"));
    }

    private static String line(DeployRefused.Problem problem) {
        return "* " + problem.message().strip()
                + (problem.file().isEmpty() ? "" : " | resource " + problem.file())
                + (problem.line() == 0 ? "" : " | line " + problem.line() + " | column " + problem.column())
                + (problem.element().isEmpty() ? "" : " | element " + problem.element());
    }
}
