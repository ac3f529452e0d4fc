package io.countersign.rehearsal;

import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.sandbox.SandboxTraining;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunState;
import io.countersign.execution.ActionRunView;
import io.countersign.execution.Ledger;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.playbook.RunHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** Holds what happened against what the script expects. */
record Verdict(ApplicationContext product, PlaybookRunId run) {

    static final String UNTOUCHED = "untouched";

    List<String> failures(Scenario.Expected expected) {
        List<String> failures = new ArrayList<>();
        end(expected.end(), failures);
        Optional.ofNullable(expected.actions()).orElse(Map.of()).forEach((action, state) -> action(action, state, failures));
        Optional.ofNullable(expected.targets()).orElse(Map.of()).forEach((value, attributes) -> target(value, attributes, failures));
        Set<String> passed = new HashSet<>(product.getBean(RunHistory.class).of(run).map(progress -> progress.done()).orElse(List.of()));
        Optional.ofNullable(expected.passed()).orElse(List.of()).stream().filter(element -> !passed.contains(element)).forEach(element -> failures.add("'" + element + "' was not passed"));
        Optional.ofNullable(expected.notPassed()).orElse(List.of()).stream().filter(passed::contains).forEach(element -> failures.add("'" + element + "' was passed"));
        return failures;
    }

    private void end(String expected, List<String> failures) {
        if (expected != null) {
            PlaybookRuns runs = product.getBean(PlaybookRuns.class);
            String outcome = Patience.until("the end '" + expected + "'", () -> runs.find(run).filter(ended -> ended.state() == PlaybookRun.State.ENDED), new Where(product, run)::words).outcome();
            if (!expected.equals(outcome)) {
                failures.add("the run ended as '" + outcome + "' instead of '" + expected + "'");
            }
        }
    }

    private void action(String action, ActionRunState state, List<String> failures) {
        List<ActionRunState> states = product.getBean(Ledger.class).ofRun(run).stream().filter(row -> row.activity().equals(action)).map(ActionRunView::state).toList();
        if (states.isEmpty() || states.get(states.size() - 1) != state) {
            failures.add("'" + action + "' is " + (states.isEmpty() ? "not in the ledger" : states.get(states.size() - 1)) + " instead of " + state);
        }
    }

    private void target(String value, Map<String, String> attributes, List<String> failures) {
        Map<String, String> seen = new HashMap<>();
        for (var kind : TargetKind.values()) {
            seen.putAll(product.getBean(SandboxTraining.class).find(new Target(kind, value)).attributes());
        }
        attributes.forEach((name, expected) -> {
            String is = seen.getOrDefault(name, UNTOUCHED);
            if (!is.equals(expected)) {
                failures.add("'" + name + "' of " + value + " is '" + is + "' instead of '" + expected + "'");
            }
        });
    }
}
