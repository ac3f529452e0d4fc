package io.countersign.people;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The beans of this module without its pages, and the record they write to. */
@Retention(RetentionPolicy.RUNTIME)
@Import({UsesPeople.Beans.class, JacksonAutoConfiguration.class})
@interface UsesPeople {

    @TestConfiguration
    @ComponentScan(basePackages = {"io.countersign.people", "io.countersign.evidence"},
            excludeFilters = {@ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"), @ComponentScan.Filter(TestConfiguration.class)})
    @EnableConfigurationProperties(PeopleSettings.class)
    class Beans {
    }
}
