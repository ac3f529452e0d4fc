package io.countersign.incident;

import io.countersign.testing.DatabaseTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A test of this module's services with real commits, without the web. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@Import({IncidentTest.Beans.class, Intake.class})
@ImportAutoConfiguration(JacksonAutoConfiguration.class)
@RecordApplicationEvents
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@interface IncidentTest {

    /** This module and the record it writes to. */
    @TestConfiguration
    @EnableConfigurationProperties(IncidentSettings.class)
    @ComponentScan(basePackages = {"io.countersign.incident", "io.countersign.evidence"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = {".*\\.web\\..*", ".*Test.*"}))
    class Beans {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
