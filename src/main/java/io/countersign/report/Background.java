package io.countersign.report;

import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.incident.IncidentView;
import io.countersign.incident.Incidents;
import io.countersign.recommendation.Recommendation;
import io.countersign.recommendation.Recommendations;
import java.util.List;
import org.springframework.stereotype.Component;

/** What lies behind a run: the incident, the advice, what happened so far, and what happened elsewhere. */
@Component
class Background {

    private final Incidents incidents;
    private final Recommendations recommendations;
    private final Timeline timeline;
    private final SimilarIncidents similar;
    private final NameDirectory directory;

    Background(Incidents incidents, Recommendations recommendations, Timeline timeline, SimilarIncidents similar, NameDirectory directory) {
        this.incidents = incidents;
        this.recommendations = recommendations;
        this.timeline = timeline;
        this.similar = similar;
        this.directory = directory;
    }

    Names names() {
        return directory.names();
    }

    /** @throws IllegalStateException if the incident is gone: a run without one is a broken record */
    IncidentView incident(IncidentId id) {
        return incidents.find(id).orElseThrow(() -> new IllegalStateException("There is no incident " + id));
    }

    Recommendation advice(PlaybookRunId run) {
        return recommendations.latest(run).orElse(null);
    }

    Who agent(String id, Names names) {
        return names.who(directory.agent(id));
    }

    List<TimelineLine> timeline(PlaybookRunId run) {
        return timeline.ofRun(run);
    }

    List<SimilarIncident> similar(IncidentView incident) {
        return similar.to(incident);
    }
}
