package io.countersign.connector.web;

import io.countersign.connector.sandbox.Fault;
import io.countersign.connector.sandbox.SandboxTarget;
import io.countersign.connector.sandbox.SandboxTraining;
import io.countersign.connector.sandbox.Training;
import io.countersign.evidence.Actor;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What trainers set on the sandbox. Exists only where the sandbox is enabled; open to administrators alone. */
@RestController
@RequestMapping("/api/sandbox/targets")
@ConditionalOnProperty("countersign.connector.sandbox.enabled")
class SandboxApi {

    private static final int MOST = 200;

    private final SandboxTraining training;

    SandboxApi(SandboxTraining training) {
        this.training = training;
    }

    /** The trained targets and those changed last, at most 200; one that nobody ever touched is not listed. */
    @GetMapping
    Listing targets() {
        return new Listing(true, TrainingAnswer.of(training.ofAll()), training.latest(MOST).stream().map(TargetAnswer::of).toList());
    }

    /** Changes a target as a stranger would: no action run knows of it. */
    @PostMapping("/state")
    TargetAnswer change(@Valid @RequestBody ChangeTarget change, Principal principal) {
        training.change(change.target(), change.attributes(), Actor.person(principal.getName()));
        return TargetAnswer.of(training.find(change.target()));
    }

    /** Trains one target, or with neither kind nor value every target without a training of its own. */
    @PostMapping("/training")
    Listing train(@Valid @RequestBody TrainTarget order, Principal principal) {
        Actor by = Actor.person(principal.getName());
        order.target().ifPresentOrElse(target -> training.train(target, order.training(), by), () -> training.trainAll(order.training(), by));
        return targets();
    }

    record Listing(boolean sandbox, TrainingAnswer everywhere, List<TargetAnswer> targets) {
    }

    record TargetAnswer(boolean sandbox, String kind, String value, Map<String, String> attributes, TrainingAnswer training) {

        static TargetAnswer of(SandboxTarget seen) {
            return new TargetAnswer(true, seen.target().kind().name(), seen.target().value(), seen.attributes(),
                    TrainingAnswer.of(seen.training()));
        }
    }

    record TrainingAnswer(Training.On on, Fault fault, long latencyMillis, long effectDelayMillis) {

        static TrainingAnswer of(Training training) {
            return new TrainingAnswer(training.on(), training.fault(), training.latency().toMillis(), training.effectDelay().toMillis());
        }
    }
}
