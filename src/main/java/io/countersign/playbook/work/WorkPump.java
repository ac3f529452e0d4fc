package io.countersign.playbook.work;

import io.countersign.node.CarriesOutWork;
import io.countersign.playbook.LedgerProcess;
import io.countersign.playbook.PlaybookSettings;
import io.countersign.proof.Vocabulary;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryTopicBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Fetches external tasks and hands each to a thread of its own. Every topic has its own number of places, and one that
 * waits for a product leaves its place, so slow calls keep nothing else waiting. What this node holds is renewed while it works; what a dead node held is fetched again.
 */
@Component
@CarriesOutWork
public class WorkPump implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WorkPump.class);
    private static final int AT_ONCE = 20;

    private final ExternalTaskService externalTasks;
    private final WorkSignal signal;
    private final WorkAttempt attempt;
    private final PlaybookSettings settings;
    private final InstantSource clock;
    private final Map<String, Work> works;
    private final WorkPlaces places;
    private final Map<String, LockedExternalTask> held = new ConcurrentHashMap<>();
    private final ExecutorService pool;
    private final String worker = "countersign-" + java.util.UUID.randomUUID();
    private volatile boolean running;
    private long renewAt = System.nanoTime();
    private Thread pump;

    WorkPump(ExternalTaskService externalTasks, WorkSignal signal, WorkAttempt attempt, PlaybookSettings settings, InstantSource clock,
             List<Work> works) {
        this.externalTasks = externalTasks;
        this.signal = signal;
        this.attempt = attempt;
        this.settings = settings;
        this.clock = clock;
        this.works = works.stream().collect(Collectors.toMap(Work::topic, Function.identity()));
        this.places = new WorkPlaces(this.works.keySet(), settings.workers(), signal);
        this.pool = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
    }

    @Override
    public void start() {
        running = true;
        pump = new Thread(this::run, "work-pump");
        pump.start();
        LOG.info("work.started worker={} topics={} places={}", worker, works.keySet(), settings.workers());
    }

    private void run() {
        while (running) {
            try {
                renew();
                if (!fetch()) {
                    signal.await(settings.poll().toMillis());
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException unavailable) {
                LOG.warn("work.fetch-failed cause={}", unavailable.getClass().getSimpleName());
                pause();
            }
        }
    }

    /** @return whether there may be more at once */
    private boolean fetch() {
        Map<String, Integer> free = places.free();
        if (free.isEmpty()) {
            return false;
        }
        int most = Math.min(AT_ONCE, free.values().stream().mapToInt(Integer::intValue).min().orElse(1));
        ExternalTaskQueryTopicBuilder topics = null;
        for (String topic : free.keySet()) {
            topics = (topics == null ? oldestFirst(most).topic(topic, settings.lock().toMillis()) : topics.topic(topic, settings.lock().toMillis()))
                    .includeExtensionProperties().variables(Vocabulary.VAR_LEASE_UNTIL, LedgerProcess.VAR_EFFECT);
        }
        List<LockedExternalTask> tasks = topics.execute();
        tasks.forEach(this::begin);
        return tasks.size() == most;
    }

    private ExternalTaskQueryTopicBuilder oldestFirst(int most) {
        return externalTasks.fetchAndLock().workerId(worker).maxTasks(most).usePriority(false).orderByCreateTime().asc().subscribe();
    }

    private void begin(LockedExternalTask task) {
        boolean placed = places.take(task.getTopicName());
        held.put(task.getId(), task);
        try {
            pool.execute(() -> places.work(task.getTopicName(), placed, () -> attempt(task)));
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            held.remove(task.getId());
            places.giveUp(task.getTopicName(), placed);
            LOG.warn("work.not-begun task={} cause={}; its lock runs out and it is fetched again", task.getId(), noThread.getClass().getSimpleName());
        }
    }

    private void attempt(LockedExternalTask task) {
        try {
            attempt.run(works.get(task.getTopicName()), task, worker);
        } finally {
            held.remove(task.getId());
        }
    }

    /** Keeps what this node works on for long from being fetched by another; what was fetched lately needs no renewal, which would only meet its end. */
    private void renew() {
        if (System.nanoTime() < renewAt) {
            return;
        }
        renewAt = System.nanoTime() + settings.lock().toNanos() / 3;
        long lately = clock.millis() + settings.lock().toMillis() * 2 / 3;
        for (LockedExternalTask task : held.values()) {
            if (task.getLockExpirationTime().getTime() > lately) {
                continue;
            }
            try {
                externalTasks.extendLock(task.getId(), worker, settings.lock().toMillis());
            } catch (RuntimeException gone) {
                LOG.debug("work.renew-failed task={}", task.getId());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        pump.interrupt();
        pool.shutdown();
        try {
            if (!pool.awaitTermination(20, TimeUnit.SECONDS)) {
                LOG.warn("work.stopped-with-calls-under-way count={}", held.size());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "work");
        thread.setDaemon(true);
        return thread;
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
