package io.countersign.playbook;

import java.util.List;

/** A task was not completed; nothing changed. Each problem names the field that it is about, or none. */
public class TaskRefused extends RuntimeException {

    /** @param field key of the form's field; empty where it is about the task as a whole */
    public record Problem(String field, String message) {
    }

    private final List<Problem> problems;

    TaskRefused(List<Problem> problems) {
        super(String.join(" ", problems.stream().map(Problem::message).toList()));
        this.problems = List.copyOf(problems);
    }

    TaskRefused(String message) {
        this(List.of(new Problem("", message)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
