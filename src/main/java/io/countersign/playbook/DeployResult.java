package io.countersign.playbook;

import java.time.Instant;
import java.util.List;

/**
 * What stands in the engine after a deployment.
 *
 * @param deployment its id
 * @param unchanged  whether the same files stood there before under the same name, so that nothing was done
 */
public record DeployResult(String deployment, String name, Instant at, boolean unchanged, List<PlaybookVersion> playbooks,
                           List<PlaybookLibrary.DecisionVersion> decisions) {
}
