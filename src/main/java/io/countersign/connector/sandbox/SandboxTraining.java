package io.countersign.connector.sandbox;

import io.countersign.action.Target;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a trainer, or a test, play the world around the sandbox: strangers who change targets, and a product that misbehaves. Each move is on the record. */
@Service
@ConditionalOnProperty("countersign.connector.sandbox.enabled")
public class SandboxTraining {

    private final SandboxTargets targets;
    private final SandboxTrainings trainings;
    private final EvidenceLog evidence;

    SandboxTraining(SandboxTargets targets, SandboxTrainings trainings, EvidenceLog evidence) {
        this.targets = targets;
        this.trainings = trainings;
        this.evidence = evidence;
    }

    /** Sets attributes of a target as a stranger would: no action run knows of it. Others stay. */
    @Transactional
    public void change(Target target, Map<String, String> attributes, Actor by) {
        targets.lock(target);
        targets.change(target, attributes);
        evidence.append(entry(by, target.toString()).with("attributes", attributes));
    }

    /** Trains one target from now on; {@link Training#NONE} makes it well-behaved even where all others are not. */
    @Transactional
    public void train(Target target, Training training, Actor by) {
        trainings.keep(target, training);
        evidence.append(entry(by, target.toString()).with("training", training.toString()));
    }

    /** Trains every target that has no training of its own. */
    @Transactional
    public void trainAll(Training training, Actor by) {
        trainings.keepForAll(training);
        evidence.append(entry(by, "every target").with("training", training.toString()));
    }

    @Transactional(readOnly = true)
    public SandboxTarget find(Target target) {
        return new SandboxTarget(target, targets.read(target), trainings.of(target));
    }

    /** Targets that were trained or changed, the latest first, at most so many. */
    @Transactional(readOnly = true)
    public List<SandboxTarget> latest(int most) {
        return targets.latest(most).stream().map(this::find).toList();
    }

    @Transactional(readOnly = true)
    public Training ofAll() {
        return trainings.ofAll();
    }

    private static EvidenceEntry entry(Actor by, String what) {
        return EvidenceEntry.of(EvidenceKind.DIRECTORY_CHANGED, by).with("sandbox", true).with("what", what);
    }
}
