package io.countersign.recommendation;

import java.util.List;

/** Everything that is kept of one recommendation. {@code output}: the answer as it came, or as much as is kept of one too long. */
record RecommendationRow(Recommendation recommendation, String inputs, String output, List<String> problems) {

    String status() {
        return problems.isEmpty() ? "MADE" : "REFUSED";
    }
}
