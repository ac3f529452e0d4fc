package io.countersign.recommendation;

import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks for advice, checks it, keeps it. */
public interface Recommendations {

    /**
     * Calls the recommender (no transaction may be open), checks its output and stores it with its inputs. Output that does
     * not fit, names an unknown action type, a target that the incident does not have, or an agent that is not active is
     * refused and recorded; the recommendation then has no proposals, and nothing will be done.
     *
     * @param inSameTransaction run in the transaction that stores the advice
     */
    void recommend(IncidentId incident, PlaybookRunId run, Consumer<Recommendation> inSameTransaction);

    /** The latest of a run. */
    Optional<Recommendation> latest(PlaybookRunId run);
}
