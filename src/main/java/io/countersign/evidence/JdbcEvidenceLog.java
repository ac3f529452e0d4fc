package io.countersign.evidence;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Entries in the transaction of the change that they state, dated when they are stated; {@link EvidenceAtCommit} writes them together. */
@Repository
class JdbcEvidenceLog implements EvidenceLog {

    private final EvidenceRows rows;
    private final FactsJson facts;
    private final InstantSource clock;

    JdbcEvidenceLog(EvidenceRows rows, FactsJson facts, InstantSource clock) {
        this.rows = rows;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(EvidenceEntry entry) {
        PendingEvidence.Line line = new PendingEvidence.Line(clock.instant(), entry, facts.write(entry.facts()));
        Optional<PendingEvidence> pending = PendingEvidence.open();
        if (pending.isPresent()) {
            pending.get().add(line);
        } else {
            rows.insert(List.of(line));
        }
    }
}
