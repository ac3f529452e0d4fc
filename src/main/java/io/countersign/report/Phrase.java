package io.countersign.report;

import io.countersign.report.TimelineLine.Tone;
import io.countersign.report.TimelineLine.Topic;
import java.util.function.Function;

/** How one kind of evidence is told. */
record Phrase(Topic topic, String icon, Function<Telling, Tone> tone, Function<Telling, String> words) {

    static Phrase of(Topic topic, Tone tone, String icon, Function<Telling, String> words) {
        return new Phrase(topic, icon, telling -> tone, words);
    }
}
