package io.countersign.action;

import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.util.Map;
import java.util.UUID;

/**
 * One concrete act that an agent asks for. Two requests never share a digest: each has an id of its own, so an
 * approval given for one can never serve another.
 *
 * @param playbook the id of the playbook version (process definition)
 * @param activity the BPMN element that would carry it out
 */
public record ActionRequest(UUID id, String actionType, Target target, Map<String, String> parameters, IncidentId incident,
                            PlaybookRunId playbookRun, String playbook, String activity, String agent) {

    public ActionRequest {
        if (id == null || actionType == null || target == null || incident == null || playbookRun == null || playbook == null
                || activity == null || agent == null) {
            throw new IllegalArgumentException("An action request names everything that it binds");
        }
        parameters = Map.copyOf(parameters);
    }
}
