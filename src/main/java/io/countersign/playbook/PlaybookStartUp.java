package io.countersign.playbook;

import java.io.IOException;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks after what is deployed already, and deploys the shipped playbooks, before anything that starts or works on one. */
@Component
class PlaybookStartUp implements SmartLifecycle {

    /** Before the workers and the triage, which start in the last phase. */
    static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 1000;

    private final StoredVersions stored;
    private final PlaybookDeployment deployment;
    private final OwnDeployment own;
    private boolean running;

    PlaybookStartUp(StoredVersions stored, PlaybookDeployment deployment, OwnDeployment own) {
        this.stored = stored;
        this.deployment = deployment;
        this.own = own;
    }

    @Override
    public void start() {
        try {
            stored.adopt();
            deployment.deployShipped();
            own.deploy();
            stored.proveAgain();
            running = true;
        } catch (IOException unreadable) {
            throw new IllegalStateException("The shipped playbooks could not be read", unreadable);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
