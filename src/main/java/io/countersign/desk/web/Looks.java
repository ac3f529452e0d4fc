package io.countersign.desk.web;

import io.countersign.action.Reversibility;
import io.countersign.approval.ApprovalState;
import io.countersign.connector.TargetState;
import io.countersign.execution.ActionRunState;
import io.countersign.execution.Lease;
import io.countersign.execution.PlaybookRun;
import io.countersign.report.ActionCase;
import io.countersign.report.Words;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What templates ask for as {@code @looks}: the one place that gives a state its word, icon and colour, and says durations. */
@Component("looks")
public class Looks {

    /** @param kind picks icon and colour in {@code parts :: state} */
    public record Look(String kind, String word) {
    }

    /** @param held whether a lease holds the effect */
    public Look effect(ActionRunState state, boolean held) {
        return switch (state) {
            case PREPARED -> new Look("running", "Prepared");
            case EXECUTING -> new Look("running", "Being done");
            case SUCCEEDED -> new Look("running", "Accepted, not seen yet");
            case FAILED -> new Look("running", "Not accepted, being checked");
            case UNKNOWN -> new Look("unknown", "Unknown");
            case CONFIRMED -> held ? new Look("contained", "In force, observed") : new Look("done", "Done, observed");
            case DRY_RUN -> new Look("off", "Dry run: not done");
            case NOT_APPLIED -> new Look("off", "Not in effect");
            case UNDOING -> new Look("running", "Being undone");
            case UNDO_FAILED -> new Look("failed", "Undo failed so far");
            case HANDED_OVER -> new Look("released", "Let go, others hold it");
            case RESTORED -> held ? new Look("restored", "Restored, observed") : new Look("off", "Nothing to undo");
            case PARTIAL -> new Look("drifted", "Partly restored");
            case DRIFTED -> new Look("drifted", "Changed by somebody else");
            case UNSAFE -> new Look("unknown", "Needs a person");
        };
    }

    public Look lease(Lease.State state) {
        return switch (state) {
            case PENDING -> new Look("running", "Being contained");
            case ACTIVE -> new Look("contained", "Contained");
            case RELEASING -> new Look("running", "Being released");
            case DRIFTED -> new Look("drifted", "Changed by somebody else");
            case KEPT -> new Look("kept", "Kept");
            case RELEASED -> new Look("released", "Released");
        };
    }

    private static Look run(PlaybookRun.State state, boolean waits, boolean inForce) {
        return switch (state) {
            case RUNNING -> waits ? new Look("waiting", "Waits for a person") : inForce ? new Look("contained", "In force") : new Look("running", "Running");
            case ROLLING_BACK -> waits ? new Look("waiting", "Rolling back, waits for a person") : new Look("running", "Rolling back");
            case ENDED -> new Look("closed", "Ended");
        };
    }

    /** Where a run stands. */
    public Look stand(RunStand stand) {
        return run(stand.file().run().state(), !stand.waits().isEmpty(), stand.inForce());
    }

    public Look approval(ApprovalState state) {
        return switch (state) {
            case PENDING -> new Look("waiting", "Waits for a decision");
            case APPROVED -> new Look("done", "Approved");
            case REFUSED -> new Look("failed", "Refused");
            case EXPIRED -> new Look("failed", "Expired: counts as refused");
            case WITHDRAWN -> new Look("off", "Withdrawn");
        };
    }

    /** Where one action request stands: in the ledger, or before anything was tried. */
    public Look action(ActionCase action) {
        if (action.run() != null) {
            return effect(action.run().state(), action.run().lease() != null);
        }
        return action.asks().isEmpty() ? new Look("off", "Nothing was tried") : approval(action.asks().get(action.asks().size() - 1).request().state());
    }

    public String undo(Reversibility reversibility) {
        return switch (reversibility) {
            case E -> "nothing to undo: no effect on the target";
            case R1 -> "clean undo";
            case R2 -> "undo restores the state captured before";
            case R3 -> "nothing to undo: it ends by itself";
            case R4 -> "cannot be undone";
            case R5 -> "undoing it by machine is unsafe";
        };
    }

    /** What was seen of a target: "isolated". @param state may be null */
    public String seen(TargetState state) {
        return state == null || state.attributes().isEmpty() ? "nothing readable" : Words.state(state.attributes());
    }

    /** "4 h", "1 day", "90 min" as "1 h 30 min"; "no time" for zero. */
    public String span(Duration duration) {
        String text = Stream.of(part(duration.toDays(), "day"), part(duration.toHoursPart(), "h"), part(duration.toMinutesPart(), "min"),
                duration.toMinutes() == 0 ? part(duration.toSecondsPart(), "s") : "").filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        return text.isEmpty() ? "no time" : text;
    }

    /** {@code IN_PROGRESS} as "in progress". */
    public String lower(Object name) {
        return Words.lower(name);
    }

    /** {@code IN_PROGRESS} as "In progress". */
    public String word(Object name) {
        String text = Words.lower(name);
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String part(long amount, String unit) {
        return amount == 0 ? "" : amount + " " + unit + (unit.equals("day") && amount > 1 ? "s" : "");
    }
}
