package io.countersign.report;

import io.countersign.connector.Connector;
import io.countersign.connector.Connectors;
import io.countersign.connector.SelfCheck;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What each connector's check of itself found last. Products are asked in the background, so that nobody who reads this waits for one. */
@Component
public class ConnectorChecks {

    /** @param checkedAt null as long as the first check is under way */
    public record Checked(String id, String name, boolean sandbox, Set<String> actionTypes, boolean usable, List<String> findings, Instant checkedAt) {
    }

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorChecks.class);

    private final Connectors connectors;
    private final InstantSource clock;
    private final Map<String, Checked> last = new ConcurrentHashMap<>();

    ConnectorChecks(Connectors connectors, InstantSource clock) {
        this.connectors = connectors;
        this.clock = clock;
    }

    /** In the order of the configuration. */
    public List<Checked> latest() {
        return connectors.all().stream().map(connector -> last.getOrDefault(connector.id(), notYet(connector))).toList();
    }

    @Scheduled(initialDelay = 1_000, fixedDelay = 30_000)
    void check() {
        connectors.all().forEach(connector -> {
            SelfCheck found = connector.check();
            Checked before = last.put(connector.id(), checked(connector, found.usable(), found.findings(), clock.instant()));
            if (before == null || before.usable() != found.usable()) {
                LOG.info("connector.checked id={} usable={} findings={}", connector.id(), found.usable(), found.findings().size());
            }
        });
    }

    private static Checked notYet(Connector connector) {
        return checked(connector, false, List.of("Not checked yet: the first check is under way."), null);
    }

    private static Checked checked(Connector connector, boolean usable, List<String> findings, Instant at) {
        return new Checked(connector.id(), connector.name(), connector.sandbox(), Set.copyOf(connector.actionTypes()), usable, findings, at);
    }
}
