package io.countersign.proof.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/** Keeps in memory, in order, what the engine would write into its history. */
final class EngineRecorder implements HistoryEventHandler {

    private final List<EngineEvent> events = new ArrayList<>();
    private final Map<String, Integer> answers = new HashMap<>();
    private final Map<String, String> callers = new HashMap<>();

    /** What is answered at an activity that completes next. */
    void answers(String activity, int code) {
        answers.put(activity, code);
    }

    /** What happened since the last time. */
    List<EngineEvent> take() {
        List<EngineEvent> taken = List.copyOf(events);
        events.clear();
        answers.clear();
        return taken;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricActivityInstanceEventEntity activity) {
            if (activity.getCalledProcessInstanceId() != null) {
                callers.put(activity.getCalledProcessInstanceId(), activity.getActivityInstanceId());
            }
            if (event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
                add(EngineEvent.What.STARTED, activity, 0);
            } else if (event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END)) {
                boolean cancelled = activity.isCanceled();
                Integer answer = cancelled ? null : answers.remove(activity.getActivityId());
                add(cancelled ? EngineEvent.What.CANCELLED : EngineEvent.What.COMPLETED, activity, answer == null ? 0 : answer);
            }
        }
    }

    private void add(EngineEvent.What what, HistoricActivityInstanceEventEntity activity, int value) {
        if (activity.getActivityInstanceId() == null) {
            return;
        }
        String parent = activity.getParentActivityInstanceId();
        events.add(new EngineEvent(what, activity.getActivityId(), activity.getActivityType(), activity.getActivityInstanceId(), callers.getOrDefault(parent, parent), value));
    }

    @Override
    public void handleEvents(List<HistoryEvent> all) {
        all.forEach(this::handleEvent);
    }
}
