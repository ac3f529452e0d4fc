package io.countersign.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparingEvidenceTest {

    private final List<EvidenceEntry> written = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final SparingEvidence evidence = new SparingEvidence(written::add, () -> now);

    @Test
    void whoCausesManyIsWrittenDownAFewTimesAndTheRestIsCounted() {
        refused("ana", 25);
        assertThat(written).hasSize(SparingEvidence.MOST).allSatisfy(entry -> assertThat(entry.facts()).doesNotContainKey("leftOutBefore"));
        now = now.plus(Duration.ofHours(1));
        refused("ana", 2);
        assertThat(written).hasSize(SparingEvidence.MOST + 2);
        assertThat(written.get(SparingEvidence.MOST).facts()).containsEntry("leftOutBefore", 25 - SparingEvidence.MOST);
        assertThat(written.get(SparingEvidence.MOST + 1).facts()).doesNotContainKey("leftOutBefore");
    }

    @Test
    void nobodyUsesUpWhatIsWrittenOfAnother() {
        refused("ana", 25);
        refused("ben", 1);
        assertThat(written).hasSize(SparingEvidence.MOST + 1);
        evidence.append(EvidenceEntry.of(EvidenceKind.PLAYBOOK_REFUSED, Actor.person("ana")));
        assertThat(written).as("another kind").hasSize(SparingEvidence.MOST + 2);
    }

    private void refused(String person, int times) {
        for (int time = 0; time < times; time++) {
            evidence.append(EvidenceEntry.of(EvidenceKind.REQUEST_REFUSED, Actor.person(person)));
        }
    }
}
