package io.countersign.desk.web;

import io.countersign.connector.Connectors;
import io.countersign.connector.NoConnector;
import io.countersign.report.NameDirectory;
import io.countersign.report.Names;
import io.countersign.report.Words;
import io.countersign.stop.Deed;
import io.countersign.stop.DryRun;
import io.countersign.stop.DryRuns;
import io.countersign.stop.Stop;
import io.countersign.stop.StopScope;
import io.countersign.stop.Stops;
import java.util.List;
import org.springframework.stereotype.Component;

/** What templates ask for as {@code @stops}: what is stopped, in words, and whether a stop holds back what a page is about. */
@Component("stops")
public class StopSigns {

    private final Stops stops;
    private final DryRuns dryRuns;
    private final Connectors connectors;
    private final NameDirectory directory;

    StopSigns(Stops stops, DryRuns dryRuns, Connectors connectors, NameDirectory directory) {
        this.stops = stops;
        this.dryRuns = dryRuns;
        this.connectors = connectors;
        this.directory = directory;
    }

    public String words(StopScope scope) {
        Names names = directory.names();
        return switch (scope.kind()) {
            case EVERYTHING -> "all new effects";
            case PLAYBOOK -> "new effects of playbook " + Words.quoted(names.playbook(scope.name()));
            case ACTION_TYPE -> "new effects of the kind " + Words.quoted(names.action(scope.name()));
            case CONNECTOR -> "new effects through " + Words.quoted(names.connector(scope.name()));
        };
    }

    public String who(Stop stop) {
        return directory.names().who(stop.pressedBy()).text();
    }

    public String action(String id) {
        return directory.names().action(id);
    }

    /** The stops that would hold this back now, the widest first. */
    public List<Stop> holding(String playbook, String actionType) {
        return stops.against(new Deed(playbook, actionType, connector(actionType)));
    }

    /** The dry run because of which this would only be pretended now, or null. */
    public DryRun pretending(String playbook, String actionType) {
        return dryRuns.of(new Deed(playbook, actionType, connector(actionType))).orElse(null);
    }

    private String connector(String actionType) {
        try {
            return connectors.forAction(actionType).id();
        } catch (NoConnector none) {
            return "";
        }
    }
}
