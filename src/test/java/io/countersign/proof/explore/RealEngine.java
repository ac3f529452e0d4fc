package io.countersign.proof.explore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.countersign.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A plain Camunda engine on the PostgreSQL of the tests, in a schema of its own so that the application's engine neither sees nor runs what
 * is in it. No gate, no workers, no job executor: nothing happens but what a test does. It is set as the product's is wherever that
 * changes how tokens move.
 */
final class RealEngine implements AutoCloseable {

    private static final String SCHEMA = "differential";

    final EngineRecorder recorder = new EngineRecorder();
    final Answers answers = new Answers(recorder);
    final ProcessEngine engine;
    private final HikariDataSource source;

    RealEngine() {
        JdbcClient owner = JdbcClient.create(TestDatabase.ownerDataSource());
        owner.sql("drop schema if exists " + SCHEMA + " cascade").update();
        owner.sql("create schema " + SCHEMA).update();
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(TestDatabase.ownerDataSource());
        pool.setMaximumPoolSize(2);
        pool.setConnectionInitSql("set search_path to " + SCHEMA + "; set synchronous_commit to off");
        source = new HikariDataSource(pool);
        engine = configuration().buildProcessEngine();
    }

    private ProcessEngineConfigurationImpl configuration() {
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(SCHEMA);
        configuration.setDataSource(source);
        configuration.setDatabaseType("postgres");
        configuration.setDatabaseSchema(SCHEMA);
        configuration.setDatabaseTablePrefix(SCHEMA + ".");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setHistory("activity");
        configuration.setEnableDefaultDbHistoryEventHandler(false);
        configuration.setCustomHistoryEventHandlers(new java.util.ArrayList<>(List.of(recorder)));
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setDefaultNumberOfRetries(1);
        configuration.setCustomPostBPMNParseListeners(new java.util.ArrayList<>(List.of(answers)));
        JavaDelegate nothing = execution -> { };
        configuration.setBeans(Map.of("escalateApproval", nothing, "expireApproval", nothing, "verifyRollback", answers.verify(), "coin", answers));
        return configuration;
    }

    /** @return id of the deployment @throws org.camunda.bpm.engine.ParseException if the engine does not take it */
    String deploy(Map<String, byte[]> files) {
        DeploymentBuilder builder = engine.getRepositoryService().createDeployment();
        files.forEach((name, bytes) -> builder.addInputStream(name, new java.io.ByteArrayInputStream(bytes)));
        return builder.deploy().getId();
    }

    <T> T inOneTransaction(java.util.function.Supplier<T> work) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(context -> work.get());
    }

    void forget(String deployment) {
        engine.getRepositoryService().deleteDeployment(deployment, true, true, true);
        recorder.take();
    }

    @Override
    public void close() {
        engine.close();
        source.close();
        JdbcClient.create(TestDatabase.ownerDataSource()).sql("drop schema " + SCHEMA + " cascade").update();
    }
}
