package io.countersign.desk.web;

import io.countersign.action.ActionCatalogue;
import io.countersign.connector.Connectors;
import io.countersign.console.Banner;
import io.countersign.console.BannerSource;
import io.countersign.playbook.PlaybookLibrary;
import io.countersign.report.Words;
import io.countersign.stop.DryRuns;
import io.countersign.stop.StopScope;
import io.countersign.stop.Stoppable;
import io.countersign.stop.Stops;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be stopped by name, and the line on every page for each stop in force. */
@Configuration(proxyBeanMethods = false)
class StopConfiguration {

    @Bean
    Stoppable stoppablePlaybooks(PlaybookLibrary library) {
        return stoppable(StopScope.Kind.PLAYBOOK, () -> names(library.latest().stream().map(one -> Map.entry(one.key(), one.name()))));
    }

    @Bean
    Stoppable stoppableActions(ActionCatalogue catalogue) {
        return stoppable(StopScope.Kind.ACTION_TYPE, () -> names(catalogue.all().stream().map(one -> Map.entry(one.id(), one.name()))));
    }

    @Bean
    Stoppable stoppableConnectors(Connectors connectors) {
        return stoppable(StopScope.Kind.CONNECTOR, () -> names(connectors.all().stream().map(one -> Map.entry(one.id(), one.name()))));
    }

    @Bean
    BannerSource stopBanner(Stops stops, StopSigns signs) {
        return () -> stops.inForce().stream().map(stop -> new Banner(Banner.Level.ALARM, "Stopped: " + signs.words(stop.scope()) + ", by "
                + signs.who(stop) + " on " + Words.time(stop.pressedAt()) + ": " + Words.quoted(stop.reason())
                + ". What was done can still be taken back.", "/stops#stop-" + stop.id(), stop.asked().isPresent() ? "Lifting waits for a second person" : "See and lift")).toList();
    }

    @Bean
    BannerSource dryRunBanner(DryRuns dryRuns, StopSigns signs) {
        return () -> dryRuns.inForce().stream().map(run -> new Banner(Banner.Level.WARNING, "Dry run: " + signs.words(run.scope())
                + " are only pretended. Nothing is contained by them.", "/dry-runs", "See and end")).toList();
    }

    private static Map<String, String> names(Stream<Map.Entry<String, String>> all) {
        return all.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    private static Stoppable stoppable(StopScope.Kind kind, Supplier<Map<String, String>> names) {
        return new Stoppable() {
            @Override
            public StopScope.Kind kind() {
                return kind;
            }

            @Override
            public Map<String, String> names() {
                return names.get();
            }
        };
    }
}
