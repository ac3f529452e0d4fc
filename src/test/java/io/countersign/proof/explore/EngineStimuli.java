package io.countersign.proof.explore;

import io.countersign.proof.Vocabulary;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Field;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/** All that can happen next to the one run that the engine has: what people, workers, targets and time can do. */
final class EngineStimuli {

    private static final int OFTEN = 6;
    private static final int SELDOM = 1;

    private final RealEngine real;
    private final ProcessEngine engine;
    private final Net net;
    private final Random random;
    private final Map<String, JobDefinition> definitions = new HashMap<>();
    /** Activities whose effect was made and not undone. */
    final Set<String> effects;

    EngineStimuli(RealEngine real, Net net, Random random, Set<String> effects) {
        this.real = real;
        this.engine = real.engine;
        this.net = net;
        this.random = random;
        this.effects = effects;
    }

    List<Stimulus> all(List<Job> jobs) {
        List<Stimulus> all = new ArrayList<>();
        for (Task task : engine.getTaskService().createTaskQuery().list()) {
            all.add(new Stimulus(task.getTaskDefinitionKey(), OFTEN, () -> complete(task)));
        }
        boolean held = false;
        for (ExternalTask task : engine.getExternalTaskService().createExternalTaskQuery().list()) {
            held |= !task.getTopicName().equals(Vocabulary.TOPIC_RECOMMENDATION);
            all.add(new Stimulus(task.getActivityId(), OFTEN, () -> complete(task)));
        }
        for (EventSubscription event : engine.getRuntimeService().createEventSubscriptionQuery().eventType("message").list()) {
            if (!held || !event.getEventName().equals(Vocabulary.MESSAGE_ROLLBACK)) {
                all.add(new Stimulus(event.getActivityId(), weight(event.getActivityId()),
                        () -> engine.getRuntimeService().messageEventReceived(event.getEventName(), event.getExecutionId())));
            }
        }
        for (Job job : jobs) {
            String element = definition(job).getActivityId();
            all.add(new Stimulus(plain(element), weight(element), () -> engine.getManagementService().executeJob(job.getId())));
        }
        return all;
    }

    /** The variables that conditions may read before anything set them. */
    Map<String, Object> unset() {
        Map<String, Object> variables = new HashMap<>();
        for (Field field : Field.values()) {
            if (field.ofAction()) {
                net.actions().forEach(action -> variables.put(Vocabulary.variable(action.activity(), field.suffix()), null));
            } else {
                variables.put(field.suffix(), field == Field.IN_FORCE ? Boolean.FALSE : null);
            }
        }
        return variables;
    }

    List<Job> jobs() {
        return engine.getManagementService().createJobQuery().list();
    }

    JobDefinition definition(Job job) {
        return definitions.computeIfAbsent(job.getJobDefinitionId(), id -> engine.getManagementService().createJobDefinitionQuery().jobDefinitionId(id).singleResult());
    }

    static String plain(String activity) {
        return activity.replace("#multiInstanceBody", "");
    }

    private int weight(String element) {
        return net.find(element).filter(node -> node.attachedTo() != null || node.scope().isEventScope() && node.type().equals("startEvent")).isPresent() ? SELDOM : OFTEN;
    }

    private void complete(Task task) {
        Node node = net.find(task.getTaskDefinitionKey()).orElseThrow();
        Map<String, Object> variables = switch (node.duty()) {
            case APPROVE -> answer(node, Field.DECISION);
            case RESOLVE -> answer(node, Field.NEXT);
            default -> Map.of();
        };
        engine.getTaskService().complete(task.getId(), variables);
    }

    private void complete(ExternalTask task) {
        Node node = net.find(task.getActivityId()).orElseThrow();
        engine.getExternalTaskService().lock(task.getId(), "worker", 60_000);
        if (node.duty() != Duty.ACT) {
            engine.getExternalTaskService().complete(task.getId(), "worker");
            boolean last = engine.getExternalTaskService().createExternalTaskQuery().activityId(task.getActivityId()).count() == 0;
            if (node.duty() == Duty.UNDO && node.action() != null && last) {
                effects.remove(node.action().activity());
            }
            return;
        }
        Map<String, Object> variables = new HashMap<>(answer(node, Field.OUTCOME));
        boolean effect = node.action().lasting() && Set.of("CONFIRMED", "UNKNOWN").contains(variables.get(Vocabulary.variable(node.id(), "Outcome")));
        if (effect) {
            variables.put(Vocabulary.VAR_IN_FORCE, true);
        }
        Set<String> before = Set.copyOf(effects);
        try {
            if (effect) {
                effects.add(node.id());
            }
            engine.getExternalTaskService().complete(task.getId(), "worker", variables);
        } catch (RuntimeException refused) {
            effects.retainAll(before);
            throw refused;
        }
    }

    private Map<String, Object> answer(Node node, Field field) {
        int code = 1 + random.nextInt(field.size());
        real.recorder.answers(node.id(), code);
        return node.action() == null ? Map.of() : Map.of(Vocabulary.variable(node.action().activity(), field.suffix()), field.value(code));
    }
}
