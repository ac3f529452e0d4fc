package io.countersign.evidence.web;

import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceQuery;
import io.countersign.evidence.EvidenceRow;
import io.countersign.evidence.EvidenceTrail;
import io.countersign.evidence.IncidentId;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searches the record over REST, newest first, page by page. It reads only. */
@RestController
@RequestMapping("/api/evidence")
class EvidenceApi {

    private final EvidenceTrail trail;

    EvidenceApi(EvidenceTrail trail) {
        this.trail = trail;
    }

    /**
     * @param incident as people write it, for example INC-31
     * @param from     first moment, ISO 8601
     * @param to       first moment that is no longer wanted
     * @param before   {@code next} of the page before
     * @param limit    1 to 1000 rows
     */
    @GetMapping
    Page search(@RequestParam(required = false) EvidenceKind kind, @RequestParam(required = false) String actor,
                @RequestParam(required = false) String owner, @RequestParam(required = false) String incident,
                @RequestParam(required = false) Instant from, @RequestParam(required = false) Instant to,
                @RequestParam(required = false) String text, @RequestParam(required = false) Long before,
                @RequestParam(defaultValue = "100") int limit) {
        IncidentId about = incident == null ? null : IncidentId.parse(incident);
        List<EvidenceRow> rows = trail.search(new EvidenceQuery(kind, actor, owner, about, from, to, text, before), limit);
        return new Page(rows, rows.size() < limit ? null : rows.get(rows.size() - 1).number());
    }

    /** @param next what to give as {@code before} for older rows; absent when there are none */
    record Page(List<EvidenceRow> rows, Long next) {
    }
}
