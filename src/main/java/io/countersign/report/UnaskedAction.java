package io.countersign.report;

import io.countersign.execution.ActionRunState;
import java.time.Instant;

/**
 * Something that an AI did without asking anybody, because policy lets it. People are told afterwards.
 *
 * @param what          "Isolate host ws-0142"
 * @param agent         name of the agent, and who answers for it
 * @param incidentTitle untrusted text
 * @param held          whether a lease holds the effect
 */
public record UnaskedAction(String what, String agent, String rule, String incident, String incidentTitle, String playbookRun, ActionRunState state,
                            boolean held, boolean sandbox, Instant at) {
}
