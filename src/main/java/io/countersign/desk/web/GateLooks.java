package io.countersign.desk.web;

import io.countersign.desk.web.Looks.Look;
import io.countersign.playbook.PlaybookStanding;
import io.countersign.playbook.gate.Submission;
import io.countersign.proof.Proof;
import io.countersign.proof.Severity;
import io.countersign.proof.diff.Direction;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What templates ask for as {@code @gate}: how playbooks, submissions and changes at the gate look. */
@Component("gate")
public class GateLooks {

    /** Of the latest version. */
    public Look standing(PlaybookStanding.State state) {
        return switch (state) {
            case PROVED -> new Look("done", "Proved");
            case SUSPENDED -> new Look("failed", "Re-proof failed");
            case NOT_ACTIVE -> new Look("off", "Nothing active");
        };
    }

    public Look submission(Submission.State state) {
        return switch (state) {
            case REFUSED -> new Look("failed", "Refused");
            case WAITING -> new Look("waiting", "Waits for a second person");
            case ACTIVE -> new Look("done", "Activated");
            case TURNED_DOWN -> new Look("off", "Turned down");
        };
    }

    public Look finding(Severity severity) {
        return severity == Severity.ERROR ? new Look("failed", "Refuses") : new Look("drifted", "Look at it");
    }

    /** @return a word, a sign and a style for the way in which authority went */
    public Look direction(Direction direction) {
        return switch (direction) {
            case GAINS -> new Look("plus-circle-fill", "Gains");
            case LOSES -> new Look("dash-circle", "Loses");
            case NEUTRAL -> new Look("arrow-left-right", "Other");
        };
    }

    /** "12,345 states in 84 ms". */
    public String effort(Proof proof) {
        return String.format(Locale.ENGLISH, "%,d states in %s", proof.states(), span(proof.took()));
    }

    /** Ids of the elements at fault, for the drawing. */
    public List<String> atFault(Proof proof) {
        return proof.findings().stream().map(found -> found.element()).filter(id -> !id.isEmpty()).distinct().toList();
    }

    /** What the drawing shows, in words. */
    public String caption(Proof proof) {
        return proof.findings().isEmpty() ? "Nothing was found against it. Hover over a row below to see its step in the drawing."
                : "What is dashed in red is named below. Play a way there with its buttons, or with the arrow keys.";
    }

    public Look verdict(Proof proof) {
        long errors = proof.findings().stream().filter(found -> found.refuses()).count();
        return errors == 0 ? new Look("done", "Proved") : new Look("failed", errors + (errors == 1 ? " finding refuses it" : " findings refuse it"));
    }

    private static String span(Duration took) {
        long millis = took.toMillis();
        return millis < 1 ? "less than 1 ms" : millis < 1000 ? millis + " ms" : String.format(Locale.ENGLISH, "%.1f s", millis / 1000.0);
    }
}
