package io.countersign.playbook;

import io.countersign.playbook.DeployRefused.Problem;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.ResourceReport;

/** What the engine says about files that it cannot take. */
final class EngineSays {

    private EngineSays() {
    }

    /** Empty if it is not about the files: then something else failed. */
    static Optional<DeployRefused> about(ProcessEngineException thrown) {
        if (thrown instanceof ParseException unparsed) {
            return Optional.of(new DeployRefused(unparsed.getResorceReports().stream().flatMap(report -> problems(report).stream()).toList()));
        }
        List<String> messages = new ArrayList<>();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProcessEnginePersistenceException || cause instanceof SQLException) {
                return Optional.empty();
            }
            messages.add(cause.getMessage());
        }
        return Optional.of(new DeployRefused(Problem.of("", String.join(" ", messages.stream().filter(Objects::nonNull).distinct().toList()))));
    }

    private static List<Problem> problems(ResourceReport report) {
        return report.getErrors().stream().map(error -> new Problem(report.getResourceName(), Math.max(0, error.getLine()), Math.max(0, error.getColumn()),
                Objects.requireNonNullElse(error.getMainElementId(), ""), error.getMessage())).toList();
    }
}
