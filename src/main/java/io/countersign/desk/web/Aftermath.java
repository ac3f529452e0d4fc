package io.countersign.desk.web;

import io.countersign.approval.ApprovalState;
import io.countersign.execution.ActionRunState;
import io.countersign.execution.PlaybookRun;
import io.countersign.report.ActionCase;
import io.countersign.report.ApprovalAsk;
import io.countersign.report.ApprovalCase;
import io.countersign.report.TimelineLine;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What followed from a decision.
 *
 * @param settled whether nothing more is to be expected, so that a page need not ask again
 * @param tone    {@code done}, {@code wrong} or {@code open}
 * @param lines   what happened since the first decision on this request, oldest first
 */
record Aftermath(boolean settled, String tone, String headline, List<TimelineLine> lines) {

    private static final Set<String> NOT_CARRIED_OUT = Set.of("ACTION_STALE", "ACTION_REFUSED");

    static Aftermath of(ApprovalCase file) {
        ActionCase action = file.action();
        List<TimelineLine> lines = action.steps().stream().filter(line -> !line.at().isBefore(firstDecision(action, file.ask()))).toList();
        ApprovalState state = file.ask().request().state();
        if (state != ApprovalState.APPROVED) {
            return new Aftermath(true, state == ApprovalState.WITHDRAWN ? "open" : "wrong", closed(state), lines);
        }
        if (action.run() != null) {
            return effect(action.run().state(), lines);
        }
        return notTriedYet(file, lines);
    }

    private static Instant firstDecision(ActionCase action, ApprovalAsk ask) {
        return said(action).map(ApprovalAsk.Said::at).min(Comparator.naturalOrder()).orElse(ask.request().openedAt());
    }

    private static Stream<ApprovalAsk.Said> said(ActionCase action) {
        return action.asks().stream().flatMap(ask -> ask.said().stream());
    }

    private static String closed(ApprovalState state) {
        return switch (state) {
            case REFUSED -> "It was refused. Nothing is done to the target.";
            case EXPIRED -> "Nobody decided in time, which counts as refused. Nothing is done to the target.";
            default -> "The question was withdrawn: the run is rolled back. Nothing more is to be decided here.";
        };
    }

    private static Aftermath effect(ActionRunState state, List<TimelineLine> lines) {
        return switch (state) {
            case PREPARED, EXECUTING, SUCCEEDED, FAILED -> new Aftermath(false, "open", "It is being carried out and then observed on the target …", lines);
            case CONFIRMED -> new Aftermath(true, "done", "It took effect: that was seen on the target.", lines);
            case DRY_RUN -> new Aftermath(true, "done", "A dry run: everything was done but the effect. Nothing was sent, and nothing is contained.", lines);
            case NOT_APPLIED -> new Aftermath(true, "wrong", "It was tried, and the target was seen to be as before.", lines);
            case UNKNOWN -> new Aftermath(true, "wrong", "Nobody knows whether it took effect: a person is asked to look.", lines);
            case UNDOING, UNDO_FAILED -> new Aftermath(false, "open", "It took effect and is being taken back …", lines);
            case RESTORED, HANDED_OVER -> new Aftermath(true, "done", "It took effect, and was taken back since.", lines);
            case PARTIAL, DRIFTED, UNSAFE -> new Aftermath(true, "wrong", "It took effect, and could not be taken back fully: a person is asked to look.", lines);
        };
    }

    private static Aftermath notTriedYet(ApprovalCase file, List<TimelineLine> lines) {
        if (lines.stream().anyMatch(line -> NOT_CARRIED_OUT.contains(line.kind()))) {
            return new Aftermath(true, "wrong", "It was approved, and not carried out: what was decided no longer held.", lines);
        }
        if (lines.stream().anyMatch(line -> line.kind().equals("ACTION_HELD"))) {
            return new Aftermath(false, "open", "It was approved and waits behind a stop. Once that is lifted it is assessed anew, and people are asked anew …", lines);
        }
        List<ApprovalAsk> asks = file.action().asks();
        ApprovalAsk last = asks.get(asks.size() - 1);
        if (last.request().state() == ApprovalState.PENDING) {
            return new Aftermath(false, "open", "It was approved. The other approval is awaited from " + String.join(" or ", teamsLeft(file.action(), last)) + " …",
                    lines);
        }
        if (last.request().state() != ApprovalState.APPROVED) {
            return new Aftermath(true, "wrong", closed(last.request().state()), lines);
        }
        boolean over = file.file().run().state() == PlaybookRun.State.ENDED;
        String headline = over ? "It was approved, and its run ended before anything was done." : "It was approved and is about to be carried out …";
        return new Aftermath(over, "open", headline, lines);
    }

    /** Two approvals come from two teams. */
    private static List<String> teamsLeft(ActionCase action, ApprovalAsk last) {
        List<String> done = said(action).map(ApprovalAsk.Said::team).toList();
        List<String> left = last.teams().stream().filter(team -> !done.contains(team)).toList();
        return left.isEmpty() ? last.teams() : left;
    }
}
