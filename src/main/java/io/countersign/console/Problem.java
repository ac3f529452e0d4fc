package io.countersign.console;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, in words for a person: what happened, what it means, what to do.
 *
 * @param detail says what happened in this case; never an internal message
 * @param fields the fields at fault, if it was the input
 */
public record Problem(HttpStatus status, String title, String detail, List<Field> fields) {

    /** One field and what is wrong with it. */
    public record Field(String name, String message) {
    }

    public Problem {
        fields = List.copyOf(fields);
    }

    /** A problem with the usual title of the status. */
    public static Problem of(HttpStatus status, String detail) {
        return new Problem(status, ProblemWords.title(status), detail, List.of());
    }
}
