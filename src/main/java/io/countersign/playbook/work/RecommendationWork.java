package io.countersign.playbook.work;

import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.proof.Vocabulary;
import io.countersign.recommendation.Recommendations;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/** Asks for advice. What was advised stays in our tables: nothing of it becomes a process variable. */
@Component
class RecommendationWork implements Work {

    private final Recommendations recommendations;

    RecommendationWork(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    @Override
    public String topic() {
        return Vocabulary.TOPIC_RECOMMENDATION;
    }

    @Override
    public void perform(LockedExternalTask task, Consumer<Map<String, Object>> complete) {
        recommendations.recommend(IncidentId.parse(task.getBusinessKey()), new PlaybookRunId(task.getProcessInstanceId()),
                advice -> complete.accept(Map.of()));
    }
}
