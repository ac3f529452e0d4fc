package io.countersign.console;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, in words for a person: what happened, what it means, what to do.
 *
 * @param detail says what happened in this case; never an internal message
 * @param fields the fields at fault, if it was the input
 * @param more   further members of the problem details, for programs
 */
public record Problem(HttpStatus status, String title, String detail, List<Field> fields, Map<String, Object> more) {

    /** What Camunda Modeler shows in place of the detail. */
    public static final String FOR_MODELER = "message";

    /** One field and what is wrong with it. */
    public record Field(String name, String message) {
    }

    public Problem {
        fields = List.copyOf(fields);
        more = Map.copyOf(more);
    }

    public Problem(HttpStatus status, String title, String detail, List<Field> fields) {
        this(status, title, detail, fields, Map.of());
    }

    /** A problem with the usual title of the status. */
    public static Problem of(HttpStatus status, String detail) {
        return new Problem(status, ProblemWords.title(status), detail, List.of());
    }
}
