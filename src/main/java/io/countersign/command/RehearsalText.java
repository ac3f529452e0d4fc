package io.countersign.command;

import io.countersign.rehearsal.RehearsalReport;
import java.util.List;

/** Rehearsals as lines: the timeline of each, then what was expected and did not happen. */
final class RehearsalText {

    private RehearsalText() {
    }

    static String of(List<RehearsalReport> rehearsals) {
        StringBuilder text = new StringBuilder();
        for (RehearsalReport rehearsal : rehearsals) {
            text.append('\n').append(Plain.text(rehearsal.title())).append(": ").append(rehearsal.asExpected() ? "as expected" : "not as expected").append('\n');
            rehearsal.timeline().forEach(line -> text.append("  ").append(Plain.text(line)).append('\n'));
            rehearsal.failures().forEach(failure -> text.append("  ! ").append(Plain.text(failure)).append('\n'));
        }
        return text.toString();
    }
}
