package io.countersign.recommendation;

import com.fasterxml.jackson.databind.JsonNode;

/** What came back from a recommender. */
sealed interface Heard {

    /** The answer, or as much of it as is kept. */
    String text();

    /** JSON of bounded size, not yet checked. */
    record Output(JsonNode json, String text) implements Heard {
    }

    /** Nothing that could be checked. */
    record Nothing(String problem, String text) implements Heard {
    }
}
