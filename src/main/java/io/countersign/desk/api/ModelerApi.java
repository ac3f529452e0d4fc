package io.countersign.desk.api;

import io.countersign.evidence.Actor;
import io.countersign.evidence.IncidentId;
import io.countersign.incident.Incidents;
import io.countersign.playbook.PlaybookLibrary;
import io.countersign.playbook.PlaybookStarter;
import io.countersign.playbook.PlaybookVersion;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;

/** The few calls of the engine's REST API that Camunda Modeler makes when a designer deploys or starts; nothing more of it is offered. */
@RestController
@RequestMapping("/engine-rest")
class ModelerApi {

    private final Deliveries deliveries;
    private final PlaybookLibrary library;
    private final PlaybookStarter starter;
    private final Incidents incidents;

    ModelerApi(Deliveries deliveries, PlaybookLibrary library, PlaybookStarter starter, Incidents incidents) {
        this.deliveries = deliveries;
        this.library = library;
        this.starter = starter;
        this.incidents = incidents;
    }

    /** Modeler's connection test asks for no deployments at all, and gets them. */
    @GetMapping(path = "/deployment", params = "maxResults=0")
    List<Object> connection() {
        return List.of();
    }

    @GetMapping("/version")
    Map<String, String> version() {
        return Map.of("version", library.engineVersion());
    }

    @PostMapping(path = "/deployment/create", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelerDeployment create(MultipartHttpServletRequest request, Principal person) {
        String source = ModelerUpload.source(request);
        return ModelerDeployment.of(deliveries.deliver(source, person.getName(), () -> ModelerUpload.read(request, source, person.getName())), source);
    }

    /** What Modeler's start dialog sends: the business key is the incident, and a run knows nothing but what its incident says. */
    record Start(String businessKey, Map<String, Object> variables) {
    }

    @PostMapping(path = "/process-definition/{id}/start", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> start(@PathVariable String id, @RequestBody Start request, Principal person) {
        PlaybookVersion playbook = library.version(id).orElseThrow(() -> new NotFound("There is no playbook version " + id + "."));
        if (!library.versions(playbook.key()).get(0).equals(playbook)) {
            throw refused("Version " + playbook.version() + " of " + playbook.key() + " is not the latest one: only that can be started.");
        }
        if (request.variables() != null && !request.variables().isEmpty()) {
            throw refused("A run takes no variables: what it works with comes from its incident. Leave them empty.");
        }
        IncidentId incident = incident(request.businessKey());
        String run = starter.start(incident, playbook.key(), "Started from Camunda Modeler", Actor.person(person.getName())).value();
        return Map.of("id", run, "definitionId", id, "businessKey", incident.toString(), "ended", false, "suspended", false, "links", List.of());
    }

    private IncidentId incident(String key) {
        IncidentId incident;
        try {
            incident = IncidentId.parse(key == null ? "" : key.strip());
        } catch (IllegalArgumentException none) {
            throw refused("Give the incident as business key, for example INC-31: a playbook works one incident.");
        }
        return incidents.find(incident).orElseThrow(() -> new NotFound("There is no incident " + incident + ".")).id();
    }

    private static ResponseStatusException refused(String because) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, because);
    }
}
