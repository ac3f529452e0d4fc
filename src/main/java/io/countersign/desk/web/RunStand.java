package io.countersign.desk.web;

import io.countersign.approval.ApprovalState;
import io.countersign.execution.Lease;
import io.countersign.execution.PlaybookRun;
import io.countersign.playbook.PersonTask;
import io.countersign.playbook.RunProgress;
import io.countersign.report.CaseFile;
import io.countersign.report.Words;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a run stands, for people.
 *
 * @param sentence the position in its drawing in words
 * @param waits    what waits for whom
 * @param inForce  whether it waits with something contained, so that it may be released or kept
 */
record RunStand(CaseFile file, String sentence, List<Wait> waits, boolean inForce) {

    /** @param until when it counts as refused, or null */
    record Wait(String address, String name, String who, Instant until) {
    }

    /** @param teamName name of a team by its id */
    static RunStand of(CaseFile file, UnaryOperator<String> teamName) {
        List<Wait> waits = Stream.concat(approvals(file), tasks(file, teamName)).toList();
        return new RunStand(file, sentence(file), waits, file.run().state() == PlaybookRun.State.RUNNING && waits.isEmpty() && holds(file));
    }

    /** Whether it can be taken back: it goes on, or it is over and something of it is left. */
    public boolean takeable() {
        return running() || file.run().state() == PlaybookRun.State.ENDED && !file.plan().isEmpty();
    }

    public boolean running() {
        return file.run().state() == PlaybookRun.State.RUNNING;
    }

    /** Whether something is under way that a reader may wait for: it neither ended nor waits for a person, or for the end of a lease. */
    public boolean moving() {
        return file.run().state() != PlaybookRun.State.ENDED && waits.isEmpty() && !inForce;
    }

    private static Stream<Wait> approvals(CaseFile file) {
        return file.actions().stream().flatMap(action -> action.asks().stream().filter(ask -> ask.request().state() == ApprovalState.PENDING)
                .map(ask -> new Wait("/approvals/" + ask.request().id(), "Approve or refuse: " + action.name(), Words.all(ask.teams()), ask.request().expiresAt())));
    }

    private static Stream<Wait> tasks(CaseFile file, UnaryOperator<String> teamName) {
        return file.waiting().stream().filter(task -> task.kind() != PersonTask.Kind.APPROVAL)
                .map(task -> new Wait("/tasks/" + task.id(), task.name(), Words.all(task.teams().stream().map(teamName).toList()), null));
    }

    private static boolean holds(CaseFile file) {
        boolean contained = file.contained().stream().anyMatch(row -> row.lease().state() == Lease.State.ACTIVE || row.lease().state() == Lease.State.KEPT);
        return contained && file.progress() != null && file.progress().steps().stream()
                .anyMatch(step -> step.end() == null && step.type().equals("eventBasedGateway"));
    }

    private static String sentence(CaseFile file) {
        if (file.run().state() == PlaybookRun.State.ENDED) {
            return "The run ended: " + file.run().outcome() + ".";
        }
        String here = file.progress() == null ? "" : file.progress().steps().stream().filter(step -> step.end() == null && !isFrame(step))
                .map(step -> Words.quoted(step.name())).distinct().collect(Collectors.joining(" and "));
        return here.isEmpty() ? "The run is between two steps." : "The run stands at " + here + ".";
    }

    private static boolean isFrame(RunProgress.Step step) {
        return step.type().equals("subProcess") || step.type().equals("processDefinition");
    }
}
