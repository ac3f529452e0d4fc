package io.countersign.rehearsal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.countersign.action.RiskTier;
import io.countersign.connector.sandbox.Fault;
import io.countersign.connector.sandbox.Training;
import io.countersign.execution.ActionRunState;
import io.countersign.incident.Criticality;
import io.countersign.incident.Environment;
import io.countersign.incident.ObservableKind;
import io.countersign.incident.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A script for one run of one playbook, as {@code proof/scenario.schema.json} describes it. */
record Scenario(String playbook, String title, Incident incident, Agent agent, List<Step> steps, Expected expect) {

    record Incident(Severity severity, String technique, List<Thing> things) {
    }

    /** What the alert names. It is in the inventory if a criticality is given. */
    record Thing(ObservableKind kind, String value, Criticality criticality, Environment environment, String team, Map<String, String> attributes) {
    }

    /** Who advises: every allowed action for everything that the alert names. */
    record Agent(RiskTier ceiling, Double confidence) {
    }

    /** Exactly one of the verbs is given; the rest say more about it. */
    record Step(String assessed, RiskTier tier, String approve, String refuse, String expire, String by, String byHand, String action, ActionRunState state,
                String resolve, String next, String review, @JsonProperty("wait") Duration pause, String order, Duration keepFor, String product, Fault behaves, Training.On on,
                String change, Map<String, String> attributes, String standsAt) {
    }

    RiskTier ceiling() {
        return agent == null || agent.ceiling() == null ? RiskTier.DUAL : agent.ceiling();
    }

    double confidence() {
        return agent == null || agent.confidence() == null ? 0.9 : agent.confidence();
    }

    record Expected(String end, Map<String, ActionRunState> actions, Map<String, Map<String, String>> targets, List<String> passed, List<String> notPassed) {
    }
}
