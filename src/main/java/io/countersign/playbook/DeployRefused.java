package io.countersign.playbook;

import io.countersign.playbook.gate.Submission;
import io.countersign.proof.Finding;
import io.countersign.proof.PlaybookFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Nothing was deployed, for these reasons; the messages are made for the designer. */
public class DeployRefused extends RuntimeException {

    private static final Pattern LINE = Pattern.compile("(?i)\\bline(?:Number)?[ =:]+(\\d{1,9})");

    private final transient List<Problem> problems;
    private final transient List<Finding> findings;
    private final transient Submission submission;

    DeployRefused(List<Problem> problems) {
        this(problems, List.of(), null);
    }

    private DeployRefused(List<Problem> problems, List<Finding> findings, Submission submission) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), null, false, false);
        this.problems = List.copyOf(problems);
        this.findings = List.copyOf(findings);
        this.submission = submission;
    }

    DeployRefused(Problem problem) {
        this(List.of(problem));
    }

    /** Not proved, for these findings; those that do not refuse it are among them. */
    static DeployRefused unproved(List<Finding> findings, PlaybookFiles files) {
        Map<String, Map<String, ElementPlaces.Place>> places = new HashMap<>();
        List<Problem> problems = findings.stream().filter(Finding::refuses).map(found -> Problem.of(found, places
                .computeIfAbsent(found.file(), file -> files.find(file).map(ElementPlaces::of).orElse(Map.of())).getOrDefault(found.element(), ElementPlaces.Place.NOWHERE))).toList();
        return new DeployRefused(problems, findings, null);
    }

    DeployRefused as(Submission refused) {
        return new DeployRefused(problems, findings, refused);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** What the proof found; empty if it did not come that far. */
    public List<Finding> findings() {
        return findings;
    }

    /** Where what was sent is kept, with why it was refused. */
    public Optional<Submission> submission() {
        return Optional.ofNullable(submission);
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

        private static Problem of(Finding found, ElementPlaces.Place place) {
            return new Problem(found.file(), place.line() == 0 ? said(found.message()) : place.line(), place.column(), found.element(), found.rule() + " " + found.message()
                    + found.mend().map(mend -> " To mend it: " + mend.text()).orElse(""));
        }

        /** The line that an XML parser names in its message. */
        private static int said(String message) {
            Matcher line = LINE.matcher(message);
            return line.find() ? Integer.parseInt(line.group(1)) : 0;
        }

        @Override
        public String toString() {
            return (file.isEmpty() ? "" : file + ": ") + message + (element.isEmpty() || message.contains(element) ? "" : " (element " + element + ")")
                    + (line == 0 ? "" : " | line " + line + " | column " + column);
        }
    }
}
