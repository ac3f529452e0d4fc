package io.countersign.rehearsal;

import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.sandbox.Fault;
import io.countersign.connector.sandbox.SandboxTraining;
import io.countersign.connector.sandbox.Training;
import io.countersign.evidence.Actor;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.Ledger;
import io.countersign.playbook.AheadOfTime;
import io.countersign.playbook.CompleteTask;
import io.countersign.playbook.PersonTask;
import io.countersign.playbook.PersonTasks;
import io.countersign.rollback.RunOrders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** Plays the steps of a script, as people and the world would: through the same services, with the same checks. */
record Play(ApplicationContext product, Cast cast, PlaybookRunId run) {

    static final String REASON = "The script of the rehearsal says so";

    void step(Scenario.Step step) {
        if (step.assessed() != null) {
            questions().assessed(step);
        } else if (step.approve() != null) {
            questions().decide(step.approve(), step.by(), true);
        } else if (step.refuse() != null) {
            questions().decide(step.refuse(), step.by(), false);
        } else if (step.expire() != null) {
            questions().expire(step.expire());
        } else if (step.action() != null) {
            state(step);
        } else if (step.pause() != null) {
            clock().add(step.pause());
        } else if (step.order() != null) {
            order(step);
        } else if (step.product() != null || step.change() != null) {
            world(step);
        } else if (step.standsAt() != null) {
            Patience.until("a wait at '" + step.standsAt() + "'", () -> where().standing().contains(step.standsAt()) ? Optional.of(true) : Optional.empty(), where()::words);
        } else {
            task(step);
        }
    }

    Where where() {
        return new Where(product, run);
    }

    private Questions questions() {
        return new Questions(product, run);
    }

    private void state(Scenario.Step step) {
        Ledger ledger = product.getBean(Ledger.class);
        Patience.until("'" + step.action() + "' " + step.state(), () -> ledger.ofRun(run).stream()
                .filter(row -> row.activity().equals(step.action()) && row.state() == step.state()).findFirst(), where()::ledger);
    }

    private void order(Scenario.Step step) {
        RunOrders orders = product.getBean(RunOrders.class);
        Actor person = Actor.person("soc-1");
        switch (step.order()) {
            case "release" -> {
                step(standsAtForce());
                orders.release(run, REASON, person);
            }
            case "keep" -> {
                step(standsAtForce());
                orders.keep(run, clock().instant().plus(Optional.ofNullable(step.keepFor()).orElse(Duration.ofDays(1))), REASON, person);
            }
            default -> orders.rollBack(run, REASON, person);
        }
    }

    private static Scenario.Step standsAtForce() {
        return new Scenario.Step(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, "wait-while-in-force");
    }

    private void world(Scenario.Step step) {
        SandboxTraining sandbox = product.getBean(SandboxTraining.class);
        targets(Optional.ofNullable(step.product()).orElse(step.change())).forEach(target -> {
            if (step.change() != null) {
                sandbox.change(target, step.attributes(), Cast.DIRECTOR);
            } else {
                sandbox.train(target, Training.of(Optional.ofNullable(step.behaves()).orElse(Fault.NONE)).on(Optional.ofNullable(step.on()).orElse(Training.On.ACT)), Cast.DIRECTOR);
            }
        });
    }

    /** The thing by that value, as whatever kind of target it can be. */
    private Stream<Target> targets(String value) {
        return Stream.of(TargetKind.values()).map(kind -> new Target(kind, value));
    }

    private void task(Scenario.Step step) {
        boolean byHand = step.byHand() != null;
        PersonTask.Kind kind = byHand ? PersonTask.Kind.BY_HAND : step.resolve() != null ? PersonTask.Kind.RESOLVE : PersonTask.Kind.REVIEW;
        String about = byHand ? step.byHand() : Optional.ofNullable(step.resolve()).orElse("");
        PersonTasks tasks = product.getBean(PersonTasks.class);
        PersonTask task = Patience.until("a task " + kind + " " + about, () -> tasks.ofRun(run).stream()
                .filter(waiting -> waiting.kind() == kind && waiting.activity().equals(about)).findFirst(), where()::words);
        Map<String, String> answer = switch (kind) {
            case BY_HAND -> Map.of("result", "DONE", "performed", REASON, "at", clock().instant().toString());
            case RESOLVE -> Map.of("next", step.next(), "reason", REASON);
            default -> Map.of("checked", "The sandbox", "statement", step.review(), "reason", REASON);
        };
        String person = Optional.ofNullable(step.by()).orElse(task.teams().stream().sorted().findFirst().orElse("soc") + (byHand ? "-2" : "-1"));
        product.getBean(CompleteTask.class).complete(task.id(), answer, person, cast.password(person));
    }

    private AheadOfTime clock() {
        return product.getBean(AheadOfTime.class);
    }
}
