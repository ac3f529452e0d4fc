package io.countersign.report;

import io.countersign.action.RiskTier;
import io.countersign.incident.Severity;
import io.countersign.playbook.PersonTask;
import java.time.Instant;
import java.util.List;

/**
 * One thing that waits for a person.
 *
 * @param kind     what is asked of them
 * @param id       of the approval request where {@code kind} is APPROVAL, else of the task
 * @param title    what it is about: "Isolate host ws-0142", else the name of the task
 * @param digest   of the request, null where it is no approval
 * @param tier     null where it is no approval
 * @param rule     the rule that gave the tier, or null
 * @param level    1 or 2, 0 where it is no approval
 * @param incidentTitle untrusted text
 * @param askedBy  the agent that asks and who answers for it; empty where it is no approval
 * @param teams    names of the teams that are asked
 * @param expires  when it counts as refused, or null
 * @param escalated whether more teams were asked already
 * @param askAgain  when it is asked again, because somebody looked at it and follows it up; null if nobody put it off
 * @param whyNot   why this reader may not do it, in words for them; null if they may
 */
public record InboxItem(PersonTask.Kind kind, String id, String title, String digest, RiskTier tier, String rule, int level, String incident,
                        String incidentTitle, Severity severity, String playbookRun, String askedBy, List<String> teams, Instant since, Instant expires,
                        boolean escalated, Instant askAgain, String whyNot) {
}
