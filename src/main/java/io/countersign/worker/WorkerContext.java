package io.countersign.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorFamily;
import io.countersign.connector.RunsInWorker;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * What a worker consists of: what {@link RunsInWorker} beneath {@code connector}, each where its settings are given, with the books of
 * the nodes in place of a database. It is no {@code @Configuration}, so that the product, which scans all packages, does not take it
 * for a part of itself.
 */
@ImportAutoConfiguration({PropertyPlaceholderAutoConfiguration.class, SslAutoConfiguration.class, JacksonAutoConfiguration.class})
@EnableConfigurationProperties(WorkerSettings.class)
@ConfigurationPropertiesScan(WorkerContext.CONNECTORS)
@ComponentScan(basePackages = WorkerContext.CONNECTORS, useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = RunsInWorker.class))
class WorkerContext {

    static final String CONNECTORS = "io.countersign.connector";

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    LineClaims books() {
        return new LineClaims();
    }

    @Bean
    CarriesOut carriesOut(ObjectProvider<Connector> connectors, ObjectProvider<ConnectorFamily> families) {
        List<Connector> all = Stream.concat(connectors.orderedStream(), families.orderedStream().flatMap(family -> family.connectors().stream())).toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("No connector is configured, so this worker would do nothing: give the settings of one, for example "
                    + "countersign.connector.ldap.url");
        }
        return new CarriesOut(all);
    }

    @Bean
    OrderLoops orderLoops(WorkerSettings settings, SslBundles bundles, ObjectMapper json, CarriesOut work) {
        settings.requireNodes();
        return new OrderLoops(new Lines(settings, bundles, json).all(), work, settings.atOnce());
    }
}
