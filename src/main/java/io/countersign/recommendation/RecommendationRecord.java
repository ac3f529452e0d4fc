package io.countersign.recommendation;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.evidence.PlaybookRunId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps advice, its evidence and what the caller does with it in one transaction. */
@Service
class RecommendationRecord {

    private final RecommendationTable table;
    private final EvidenceLog evidence;

    RecommendationRecord(RecommendationTable table, EvidenceLog evidence) {
        this.table = table;
        this.evidence = evidence;
    }

    @Transactional
    public void keep(RecommendationRow row, Actor actor, Consumer<Recommendation> inSameTransaction) {
        table.insert(row);
        evidence.append(entry(row, actor));
        inSameTransaction.accept(row.recommendation());
    }

    @Transactional(readOnly = true)
    public Optional<Recommendation> latest(PlaybookRunId run) {
        return table.latest(run);
    }

    private static EvidenceEntry entry(RecommendationRow row, Actor actor) {
        Recommendation made = row.recommendation();
        EvidenceKind kind = row.problems().isEmpty() ? EvidenceKind.RECOMMENDATION_MADE : EvidenceKind.RECOMMENDATION_REFUSED;
        return EvidenceEntry.of(kind, actor).about(made.incident()).in(made.playbookRun()).with("recommendation", made.id().toString())
                .with("agent", made.agent()).with("recommender", made.recommender()).with("version", made.version())
                .with("inputsDigest", made.inputsDigest()).with("proposals", made.proposals().stream().map(RecommendationRecord::brief).toList())
                .with("problems", row.problems().isEmpty() ? null : List.copyOf(row.problems()));
    }

    private static Map<String, Object> brief(Proposal proposal) {
        return Map.of("action", proposal.actionType(), "target", proposal.target().toString(), "parameters", proposal.parameters(),
                "confidence", proposal.confidence());
    }
}
