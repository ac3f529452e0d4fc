package io.countersign.proof.explore;

import io.countersign.proof.net.Net;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;

/** Runs one instance on the real engine, at random, until it ends, nothing can happen any more, or it takes too long. */
final class EngineWalk {

    private final RealEngine real;
    private final Random random;
    private final Set<String> effects = new HashSet<>();
    private final EngineStimuli stimuli;
    private final List<Turn> turns = new ArrayList<>();
    /** What can happen after the last turn. */
    private List<Stimulus> next = List.of();

    EngineWalk(RealEngine real, Net net, Random random) {
        this.real = real;
        this.random = random;
        this.stimuli = new EngineStimuli(real, net, random, effects);
        real.answers.begin(random, effects::isEmpty);
        real.recorder.take();
    }

    List<Turn> walk(String process, int most) {
        turn("", () -> real.engine.getRuntimeService().startProcessInstanceByKey(process, stimuli.unset()));
        while (!next.isEmpty() && turns.size() < most) {
            List<Stimulus> weighed = next.stream().flatMap(stimulus -> IntStream.range(0, stimulus.weight()).mapToObj(i -> stimulus)).toList();
            Stimulus stimulus = weighed.get(random.nextInt(weighed.size()));
            turn(stimulus.element(), stimulus.act());
        }
        real.engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list()
                .forEach(run -> real.engine.getRuntimeService().deleteProcessInstance(run.getId(), "done", true));
        return turns;
    }

    private void turn(String cause, Runnable act) {
        String refused = null;
        try {
            act.run();
        } catch (ProcessEngineException failed) {
            refused = failed.getMessage();
        }
        List<EngineEvent> events = real.recorder.take();
        String why = refused;
        turns.add(real.inOneTransaction(() -> look(cause, events, why)));
    }

    private Turn look(String cause, List<EngineEvent> events, String refused) {
        List<Job> jobs = stimuli.jobs();
        next = stimuli.all(jobs);
        List<String> pending = jobs.stream().map(stimuli::definition).filter(job -> job.getJobType().equals("async-continuation"))
                .map(job -> job.getActivityId() + "@" + job.getJobConfiguration()).toList();
        boolean running = real.engine.getRuntimeService().createProcessInstanceQuery().count() > 0;
        return new Turn(cause, refused == null ? events : List.of(), pending, Set.copyOf(effects), running, refused);
    }
}
