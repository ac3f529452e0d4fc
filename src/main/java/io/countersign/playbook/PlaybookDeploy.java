package io.countersign.playbook;

/**
 * The one way by which a person brings a playbook, decision or form to the engine.
 * MUST refuse what is not proved, and MUST keep what gains authority from the engine until a second person looked at it
 * ({@link Governance}); what gains none is active at once.
 * MUST deploy all files of a request or none, MUST bind each playbook to the decisions and forms that it names with the binding
 * {@code deployment} (those that were not sent along are the latest that the engine has), and MUST write evidence with the person as
 * actor, of what was deployed in the same transaction and of what was refused in one of its own. The same files under the same name
 * are not deployed twice. Callers MUST have checked that the person may deploy. It opens its own transaction.
 */
public interface PlaybookDeploy {

    /**
     * @return what is active now, or what waits
     * @throws DeployRefused with every problem and finding; then nothing was deployed
     */
    DeployResult deploy(DeployRequest request);
}
