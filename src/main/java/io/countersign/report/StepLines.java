package io.countersign.report;

import io.countersign.evidence.Actor;
import io.countersign.playbook.RunProgress;
import io.countersign.playbook.RunProgress.Step;
import io.countersign.report.TimelineLine.Tone;
import io.countersign.report.TimelineLine.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells the steps of the process history. Gateways are left to the drawing: what they read is told by the evidence. */
final class StepLines {

    private static final Actor ENGINE = Actor.system("playbook");

    private StepLines() {
    }

    static List<TimelineLine> of(String run, String incident, RunProgress progress, Names names) {
        return progress.steps().stream().filter(step -> !step.type().toLowerCase(Locale.ROOT).contains("gateway"))
                .flatMap(step -> tell(run, incident, step, names)).toList();
    }

    private static Stream<TimelineLine> tell(String run, String incident, Step step, Names names) {
        String name = Words.quoted(step.name());
        if (!step.type().equals("userTask")) {
            Tone tone = step.canceled() ? Tone.WARNING : Tone.PLAIN;
            return Stream.of(line(run, incident, step.start(), tone, icon(step), names.who(ENGINE),
                    step.canceled() ? "The playbook broke off " + name + "." : "The playbook came to " + name + "."));
        }
        TimelineLine waits = line(run, incident, step.start(), Tone.PLAIN, "person", names.who(ENGINE), name + " waits for a person.");
        return step.end() == null ? Stream.of(waits) : Stream.of(waits, ended(run, incident, step, name, names));
    }

    private static TimelineLine ended(String run, String incident, Step step, String name, Names names) {
        Who who = step.person() == null ? names.who(ENGINE) : names.who(Actor.person(step.person()));
        String sentence = step.canceled() ? name + " no longer waits." : step.person() == null ? name + " was done." : who.name() + " did " + name + ".";
        return line(run, incident, step.end(), Tone.PLAIN, "person-check", who, sentence);
    }

    private static TimelineLine line(String run, String incident, Instant at, Tone tone, String icon, Who who, String sentence) {
        return new TimelineLine(0, at, "STEP", Topic.STEP, tone, icon, who, sentence, incident, run, null, null, false);
    }

    private static String icon(Step step) {
        return step.type().toLowerCase(Locale.ROOT).contains("timer") ? "clock" : "dot";
    }
}
