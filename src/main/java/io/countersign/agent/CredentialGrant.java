package io.countersign.agent;

import io.countersign.action.ActionDigest;
import io.countersign.action.Target;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;

/** What a credential is bound to. {@code connector} is its audience. */
public record CredentialGrant(Verb verb, ActionDigest digest, Target target, String connector, String agent, ActionRunId actionRun,
                              PlaybookRunId playbookRun, IncidentId incident) {

    public enum Verb {
        /** Make the effect. */
        ACT,
        /** Take the effect back. Allowed for an agent that is no longer active: a way back must stay open. */
        UNDO
    }
}
