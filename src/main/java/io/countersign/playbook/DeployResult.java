package io.countersign.playbook;

import io.countersign.playbook.gate.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the engine after a deployment, or what waits before it.
 *
 * @param deployment its id; that of the submission if it waits
 * @param unchanged  whether the same files stood there before under the same name, so that nothing was done
 * @param waiting    where a second person has to look before anything reaches the engine
 */
public record DeployResult(String deployment, String name, Instant at, boolean unchanged, List<PlaybookVersion> playbooks,
                           List<PlaybookLibrary.DecisionVersion> decisions, Optional<Submission> waiting) {

    static DeployResult waits(Submission waiting, boolean unchanged) {
        return new DeployResult(waiting.id().toString(), waiting.name(), waiting.at(), unchanged, List.of(), List.of(), Optional.of(waiting));
    }
}
