package io.countersign.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts refusals on the record that somebody can cause as often as they like: at most {@value #MOST} of one kind and actor in an hour,
 * on each node. What was left out is counted in the next row. In a transaction of its own, since what was refused has none.
 */
@Service
public class SparingEvidence {

    static final int MOST = 10;
    private static final Duration WINDOW = Duration.ofHours(1);

    private final EvidenceLog evidence;
    private final InstantSource clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    /** @param leftOut since the last row that was written */
    private record Count(Instant since, int written, int leftOut) {
    }

    SparingEvidence(EvidenceLog evidence, InstantSource clock) {
        this.evidence = evidence;
        this.clock = clock;
    }

    /** @param entry of an actor that is known here: for each one, a number is kept in memory */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void append(EvidenceEntry entry) {
        Instant now = clock.instant();
        int[] leftOut = {-1};
        counts.compute(entry.kind() + " " + entry.actor().kind() + " " + entry.actor().id(), (key, before) -> {
            Count count = before == null ? new Count(now, 0, 0) : before.since().plus(WINDOW).isAfter(now) ? before : new Count(now, 0, before.leftOut());
            if (count.written() == MOST) {
                return new Count(count.since(), MOST, count.leftOut() + 1);
            }
            leftOut[0] = count.leftOut();
            return new Count(count.since(), count.written() + 1, 0);
        });
        if (leftOut[0] >= 0) {
            evidence.append(entry.with("leftOutBefore", leftOut[0] == 0 ? null : leftOut[0]));
        }
    }
}
