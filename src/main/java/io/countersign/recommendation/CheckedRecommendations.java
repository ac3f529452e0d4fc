package io.countersign.recommendation;

import io.countersign.evidence.Actor;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Read the case, ask, check, keep: the recommender is asked between two transactions, and believed only as far as the checks go. */
@Service
class CheckedRecommendations implements Recommendations {

    private final CaseReader cases;
    private final RecommenderCall call;
    private final AdviceCheck check;
    private final RecommendationRecord record;

    CheckedRecommendations(CaseReader cases, RecommenderCall call, AdviceCheck check, RecommendationRecord record) {
        this.cases = cases;
        this.call = call;
        this.check = check;
        this.record = record;
    }

    @Override
    public void recommend(IncidentId incident, PlaybookRunId run, Consumer<Recommendation> inSameTransaction) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A recommender may be slow: it is never asked while a transaction is open");
        }
        String agent = call.recommender().agent();
        CaseFile about = cases.read(incident, agent);
        Heard heard = about.activeAgent().map(active -> call.ask(about.input()))
                .orElseGet(() -> new Heard.Nothing("Agent " + agent + " is unknown, not active or past its end: it was not asked", ""));
        Advice advice = check.check(heard, about);
        record.keep(row(about, run, heard, advice), about.agent().map(known -> Actor.agent(known.id(), known.owner()))
                .orElse(Actor.system("recommendation")), inSameTransaction);
    }

    private RecommendationRow row(CaseFile about, PlaybookRunId run, Heard heard, Advice advice) {
        Recommender asked = call.recommender();
        Recommendation recommendation = new Recommendation(UUID.randomUUID(), about.incident().id(), run, asked.agent(), asked.name(), asked.version(),
                about.digest(), about.at(), advice.proposals());
        return new RecommendationRow(recommendation, about.text(), heard.text(), advice.problems());
    }

    @Override
    public Optional<Recommendation> latest(PlaybookRunId run) {
        return record.latest(run);
    }
}
