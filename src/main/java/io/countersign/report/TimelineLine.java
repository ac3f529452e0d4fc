package io.countersign.report;

import java.time.Instant;

/**
 * One sentence of what happened.
 *
 * @param number      the row of evidence that it tells, or 0 for a step of the process history
 * @param kind        the kind of evidence, or {@code STEP}
 * @param icon        name of a Bootstrap icon
 * @param sentence    plain text; may hold text that came from outside, so never to be read as markup
 * @param incident    as {@code INC-31}, or null
 * @param playbookRun or null
 * @param actionRun   or null
 * @param digest      of the action request, or null
 * @param sandbox     whether the effect was made in the sandbox only
 */
public record TimelineLine(long number, Instant at, String kind, Topic topic, Tone tone, String icon, Who who, String sentence, String incident,
                           String playbookRun, String actionRun, String digest, boolean sandbox) {

    /** What a reader may want to see alone. */
    public enum Topic {
        ALERT, ADVICE, POLICY, APPROVAL, ACTION, UNDO, CONTAINMENT, PLAYBOOK, STEP, ADMINISTRATION
    }

    /** How it is to be taken. */
    public enum Tone {
        /** In the course of things. */
        PLAIN,
        /** Went as it should. */
        GOOD,
        /** Worth a look. */
        WARNING,
        /** Refused, failed or not as before. */
        BAD
    }
}
