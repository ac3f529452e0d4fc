package io.countersign.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.countersign.proof.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/**
 * The reference: the same BPMN and DMN files on a plain Camunda engine with history full, whose workers do nothing but fetch, lock
 * and complete. Its facts are process variables from the start, as anybody would hand them to a decision; with
 * {@code -Dbench.bare=lean} they are transient and leave no rows, the least that this engine can do.
 */
class Bare implements Driver, AutoCloseable {

    private static final Map<String, Object> FACTS = Map.of("reversibility", "R1", "actionType", "block-address", "severity", "HIGH", "environment", "PRODUCTION",
            "targetCriticality", "LOW", "targetKind", "ADDRESS", "ticketState", "OPEN", "confidence", 0.9, "agentCeiling", "DUAL");

    private static final boolean LEAN = "lean".equals(System.getProperty("bench.bare"));

    private final ProcessEngine engine;
    private final HikariDataSource source;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Thread pump = new Thread(this::pump, "bare-pump");
    private final Semaphore work = new Semaphore(0);
    private final Map<String, CompletableFuture<Long>> effects = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> ends = new ConcurrentHashMap<>();

    Bare(String url, String username, String password) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername(username);
        pool.setPassword(password);
        pool.setMaximumPoolSize(20);
        source = new HikariDataSource(pool);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(true);
        configuration.setMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setHistoryCleanupEnabled(false);
        JavaDelegate restored = execution -> execution.getProcessInstance().setVariable(Vocabulary.VAR_ROLLBACK_OUTCOME, "RESTORED");
        configuration.setBeans(new HashMap<>(Map.of("verifyRollback", restored)));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addClasspathResource("bpmn/block-malicious-address.bpmn")
                .addClasspathResource("bpmn/decisions/risk-tier.dmn").deploy();
        pump.start();
    }

    @Override
    public String name() {
        return "bare";
    }

    @Override
    public long run() throws Exception {
        long start = System.nanoTime();
        Map<String, Object> variables = new HashMap<>(LEAN ? Map.of() : FACTS);
        variables.put(Vocabulary.VAR_IN_FORCE, false);
        String run = engine.getRuntimeService().startProcessInstanceByKey("block-malicious-address", variables).getId();
        work.release();
        long effect = effects.computeIfAbsent(run, id -> new CompletableFuture<>()).get(60, TimeUnit.SECONDS);
        engine.getRuntimeService().createMessageCorrelation(Vocabulary.MESSAGE_RELEASE).processInstanceId(run).correlate();
        work.release();
        ends.computeIfAbsent(run, id -> new CompletableFuture<>()).get(60, TimeUnit.SECONDS);
        return effect - start;
    }

    private void pump() {
        try {
            while (true) {
                List<LockedExternalTask> tasks = engine.getExternalTaskService().fetchAndLock(20, "bare").topic(Vocabulary.TOPIC_RECOMMENDATION, 60_000)
                        .includeExtensionProperties().variables(Vocabulary.VAR_LEASE_UNTIL).topic(Vocabulary.TOPIC_CONTAINMENT, 60_000).includeExtensionProperties().variables(Vocabulary.VAR_LEASE_UNTIL)
                        .topic(Vocabulary.TOPIC_UNDO, 60_000).includeExtensionProperties().variables(Vocabulary.VAR_LEASE_UNTIL).execute();
                tasks.forEach(task -> workers.execute(() -> complete(task)));
                if (tasks.isEmpty() && work.tryAcquire(2, TimeUnit.SECONDS)) {
                    work.drainPermits();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void complete(LockedExternalTask task) {
        String run = task.getProcessInstanceId();
        if (task.getTopicName().equals(Vocabulary.TOPIC_RECOMMENDATION)) {
            engine.getExternalTaskService().complete(task.getId(), "bare", advice());
            work.release();
        } else if (task.getTopicName().equals(Vocabulary.TOPIC_CONTAINMENT)) {
            engine.getExternalTaskService().complete(task.getId(), "bare", Map.of("blockAddressOutcome", "CONFIRMED", Vocabulary.VAR_IN_FORCE, true,
                    Vocabulary.VAR_LEASE_UNTIL, Instant.now().plus(Duration.ofDays(1)).toString()));
            effects.computeIfAbsent(run, id -> new CompletableFuture<>()).complete(System.nanoTime());
        } else {
            engine.getExternalTaskService().complete(task.getId(), "bare");
            ends.computeIfAbsent(run, id -> new CompletableFuture<>()).complete(null);
        }
    }

    private static Map<String, Object> advice() {
        VariableMap variables = Variables.createVariables().putValue("blockAddressTier", "AUTONOMOUS");
        if (LEAN) {
            FACTS.forEach((name, value) -> variables.putValueTyped(name, Variables.untypedValue(value, true)));
        }
        return variables;
    }

    @Override
    public void close() throws InterruptedException {
        pump.interrupt();
        pump.join();
        workers.shutdown();
        workers.awaitTermination(20, TimeUnit.SECONDS);
        engine.close();
        source.close();
    }
}
