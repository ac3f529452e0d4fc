package io.countersign.stop;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts on the record who pressed, who asked to lift, and who agreed or did not. */
@Component
class StopRecord {

    private static final Logger LOG = LoggerFactory.getLogger(StopRecord.class);

    private final EvidenceLog evidence;
    private final InstantSource clock;

    StopRecord(EvidenceLog evidence, InstantSource clock) {
        this.evidence = evidence;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void pressed(Stop stop, Actor by, String reason, boolean again) {
        LOG.warn("stop.pressed stop={} scope={} by={}", stop.id(), stop.scope(), by.id());
        evidence.append(of(EvidenceKind.STOP_PRESSED, stop, by).with("reason", reason).with("again", again ? true : null)
                .with("endsRequestOf", stop.asked().map(Stop.Word::person).orElse(null)));
    }

    void asked(Stop stop, Stop.Word word) {
        LOG.info("stop.lift-asked stop={} scope={} by={}", stop.id(), stop.scope(), word.person());
        evidence.append(of(EvidenceKind.STOP_LIFT_REQUESTED, stop, Actor.person(word.person())).with("reason", word.reason()));
    }

    void lifted(Stop stop, Stop.Word word) {
        LOG.warn("stop.lifted stop={} scope={} by={}", stop.id(), stop.scope(), word.person());
        evidence.append(of(EvidenceKind.STOP_LIFTED, stop, Actor.person(word.person())).with("reason", word.reason())
                .with("askedBy", stop.asked().map(Stop.Word::person).orElse(null)).with("askedReason", stop.asked().map(Stop.Word::reason).orElse(null)));
    }

    void kept(Stop stop, Stop.Word word) {
        LOG.info("stop.kept stop={} scope={} by={}", stop.id(), stop.scope(), word.person());
        evidence.append(of(EvidenceKind.STOP_KEPT, stop, Actor.person(word.person())).with("reason", word.reason())
                .with("askedBy", stop.asked().map(Stop.Word::person).orElse(null)));
    }

    private static EvidenceEntry of(EvidenceKind kind, Stop stop, Actor by) {
        return EvidenceEntry.of(kind, by).with("stop", stop.id()).with("scope", stop.scope().kind().name())
                .with("name", stop.scope().name().isEmpty() ? null : stop.scope().name());
    }
}
