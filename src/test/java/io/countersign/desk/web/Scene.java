package io.countersign.desk.web;

import io.countersign.approval.ApprovalRequestView;
import io.countersign.console.FormBrowser;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunState;
import io.countersign.incident.Criticality;
import io.countersign.incident.Environment;
import io.countersign.incident.ObservableKind;
import io.countersign.road.Organisation;
import io.countersign.road.Road;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sets up what pages show, and gives each person a browser without scripts. */
@Component("deskScene")
class Scene {

    private final Organisation organisation;
    private final Road road;

    Scene(Organisation organisation, Road road) {
        this.organisation = organisation;
        this.road = road;
    }

    /** Something of its own for each test, so that no test meets the leases of another. */
    record Started(String target, IncidentId incident, PlaybookRunId run) {
    }

    FormBrowser as(String person, int port) throws IOException, InterruptedException {
        organisation.exists();
        return new FormBrowser(port).signIn(person, organisation.password(person));
    }

    /** Waits for two approvals: of Security operations and of Endpoint. */
    Started criticalHost() {
        organisation.exists();
        String host = organisation.asset(ObservableKind.HOST, "page-" + UUID.randomUUID() + ".corp.example", Criticality.CRITICAL, Environment.PRODUCTION, Map.of());
        IncidentId incident = road.alert("critical", "T1486", Road.observable("host", host));
        return new Started(host, incident, road.run(incident, "isolate-infected-host"));
    }

    /** Contained by itself, and in force. */
    Started containedHost() {
        organisation.exists();
        String host = organisation.asset(ObservableKind.HOST, "page-" + UUID.randomUUID() + ".corp.example", Criticality.LOW, Environment.DEVELOPMENT, Map.of());
        IncidentId incident = road.alert("critical", "T1486", Road.observable("host", host));
        PlaybookRunId run = road.run(incident, "isolate-infected-host");
        road.action(run, "isolate-host", ActionRunState.CONFIRMED);
        road.standsAt(run, "wait-while-in-force");
        return new Started(host, incident, run);
    }

    /** What would be contained by itself, and waits behind a stop. @return its target */
    String held() {
        organisation.exists();
        String host = organisation.asset(ObservableKind.HOST, "page-" + UUID.randomUUID() + ".corp.example", Criticality.LOW, Environment.DEVELOPMENT, Map.of());
        road.held(road.run(road.alert("critical", "T1486", Road.observable("host", host)), "isolate-infected-host"));
        return host;
    }

    ApprovalRequestView waiting(Started started) {
        return road.waitingApproval(started.run());
    }

    Road road() {
        return road;
    }
}
