package io.countersign.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceQuery;
import io.countersign.evidence.EvidenceRow;
import io.countersign.evidence.EvidenceTrail;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EvidenceApiTest {

    private final EvidenceApi api = new EvidenceApi(new FiveRows());

    @Test
    void pagesFollowOneAnotherWithoutAGapOrARepeat() {
        EvidenceApi.Page first = page(null, 2);
        EvidenceApi.Page second = page(first.next(), 2);
        EvidenceApi.Page last = page(second.next(), 2);
        assertThat(List.of(first, second, last)).flatExtracting(EvidenceApi.Page::rows).extracting("number").containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(last.next()).isNull();
    }

    @Test
    void anIncidentThatIsNoneIsRefused() {
        assertThatThrownBy(() -> api.search(null, null, null, "31", null, null, null, null, 10)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("INC-31");
    }

    private EvidenceApi.Page page(Long before, int limit) {
        return api.search(null, null, null, "INC-31", null, null, null, before, limit);
    }

    private static final class FiveRows implements EvidenceTrail {

        @Override
        public List<EvidenceRow> ofIncident(IncidentId incident) {
            return List.of();
        }

        @Override
        public List<EvidenceRow> ofPlaybookRun(PlaybookRunId run) {
            return List.of();
        }

        @Override
        public List<EvidenceRow> search(EvidenceQuery query, int limit) {
            long newest = query.beforeNumber() == null ? 5 : query.beforeNumber() - 1;
            return LongStream.iterate(newest, number -> number > 0, number -> number - 1).limit(limit)
                    .mapToObj(number -> new EvidenceRow(number, Instant.EPOCH, EvidenceKind.SIGN_IN, Actor.person("ana"), query.incident().toString(),
                            null, null, null, Map.of())).toList();
        }
    }
}
