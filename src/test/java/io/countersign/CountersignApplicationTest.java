package io.countersign;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.testing.CountersignTest;
import io.countersign.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

@CountersignTest
class CountersignApplicationTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    DataSource source;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    InstantSource clock;

    @Autowired
    MovableClock movable;

    @Test
    void engineAndRowsShareOneDataSourceAndOneTransactionManager() {
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(transactions).isInstanceOfSatisfying(JpaTransactionManager.class,
                manager -> assertThat(manager.getDataSource()).isSameAs(source));
        assertThat(configuration.getDataSource()).extracting("targetDataSource").isSameAs(source);
    }

    @Test
    void engineKeepsFullHistoryAndNeverRetriesByItself() {
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThat(configuration.getHistory()).isEqualTo("full");
        assertThat(configuration.getDefaultNumberOfRetries()).isEqualTo(1);
        assertThat(configuration.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(configuration.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(configuration.isMetricsEnabled()).isFalse();
        assertThat(configuration.isHistoryCleanupEnabled()).isFalse();
        assertThat(configuration.getDatabaseSchemaUpdate()).isEqualTo("false");
    }

    @Test
    void oneClockMovesEverything() {
        Instant before = clock.instant();
        movable.advance(Duration.ofDays(2));
        assertThat(clock.instant()).isAfter(before.plus(Duration.ofDays(2)));
        assertThat(ClockUtil.getCurrentTime().toInstant()).isAfter(before.plus(Duration.ofDays(2)).minusMillis(1));
    }
}
