package io.countersign.playbook;

import java.util.List;
import java.util.stream.Collectors;

/** Nothing was deployed, for these reasons; the messages are made for the designer. */
public class DeployRefused extends RuntimeException {

    private final transient List<Problem> problems;

    DeployRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), null, false, false);
        this.problems = List.copyOf(problems);
    }

    DeployRefused(Problem problem) {
        this(List.of(problem));
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * One reason.
     *
     * @param file    empty where it is about none
     * @param line    from 1; 0 where it is not known
     * @param element id of the element; empty where it is about none
     */
    public record Problem(String file, int line, int column, String element, String message) {

        static Problem of(String file, String message) {
            return new Problem(file, 0, 0, "", message);
        }

        @Override
        public String toString() {
            return (file.isEmpty() ? "" : file + ": ") + message + (element.isEmpty() || message.contains(element) ? "" : " (element " + element + ")")
                    + (line == 0 ? "" : " | line " + line + " | column " + column);
        }
    }
}
