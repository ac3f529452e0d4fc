package io.countersign.road;

import io.countersign.action.RiskTier;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.agent.AgentStatus;
import io.countersign.agent.Agents;
import io.countersign.connector.sandbox.SandboxTraining;
import io.countersign.connector.sandbox.Training;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceTrail;
import io.countersign.evidence.IncidentId;
import io.countersign.incident.Criticality;
import io.countersign.incident.Environment;
import io.countersign.incident.Incidents;
import io.countersign.incident.Severity;
import io.countersign.incident.TicketState;
import io.countersign.testing.TestDatabase;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** Plays the world around the product: incidents and inventory such that policy gives a wanted tier, targets that misbehave, strangers, the register of agents. */
@Component
class Stage {

    private static final Actor WORLD = Actor.system("test-world");
    private static final String AGENT = "road-1";

    private final Organisation organisation;
    private final Road road;
    private final Incidents incidents;
    private final Agents agents;
    private final SandboxTraining sandbox;
    private final EvidenceTrail trail;
    private final Deeds deeds;

    Stage(Organisation organisation, Road road, Incidents incidents, Agents agents, SandboxTraining sandbox, EvidenceTrail trail,
          Deeds deeds) {
        this.organisation = organisation;
        this.road = road;
        this.incidents = incidents;
        this.agents = agents;
        this.sandbox = sandbox;
        this.trail = trail;
        this.deeds = deeds;
    }

    /** An incident that no playbook works yet, for which policy gives the tier to every action of the script. */
    Scene scene(Script script, RiskTier tier) {
        Map<TargetKind, Target> targets = new EnumMap<>(TargetKind.class);
        script.actions.forEach(action -> targets.computeIfAbsent(Script.target(action), kind -> new Target(kind, unused(kind))));
        return scene(script, tier, targets);
    }

    /** The same with targets that another incident has, too. */
    Scene scene(Script script, RiskTier tier, Map<TargetKind, Target> targets) {
        organisation.exists();
        targets.values().stream().filter(target -> target.kind() != TargetKind.ADDRESS).forEach(target -> know(target, tier));
        IncidentId incident = road.alert("informational", script.technique, targets.values().stream()
                .map(target -> Road.apart(target.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), target.value())).toArray(String[]::new));
        Road.patiently().until(() -> trail.ofIncident(incident).stream().anyMatch(row -> row.kind() == EvidenceKind.PLAYBOOK_SELECTED));
        incidents.changeSeverity(incident, tier == RiskTier.AUTONOMOUS ? Severity.HIGH : Severity.MEDIUM, "the scene wants it", WORLD);
        if (tier == RiskTier.APPROVE || tier == RiskTier.DUAL || tier == RiskTier.HUMAN_ONLY) {
            targets.values().stream().filter(target -> target.kind() == TargetKind.ADDRESS).forEach(target -> know(target, tier));
        }
        ceiling(tier == RiskTier.HUMAN_ONLY ? RiskTier.APPROVE : tier == RiskTier.DENY ? RiskTier.OBSERVE : RiskTier.DUAL);
        return new Scene(script, tier, incident, targets);
    }

    private void know(Target target, RiskTier tier) {
        if (target.kind() == TargetKind.AGENT || target.kind() == TargetKind.API_KEY) {
            knowWhatIsNeverAutonomous(target, tier);
            return;
        }
        boolean critical = tier == RiskTier.DUAL || tier == RiskTier.HUMAN_ONLY;
        Criticality criticality = critical ? Criticality.CRITICAL : tier == RiskTier.AUTONOMOUS ? Criticality.LOW : Criticality.MEDIUM;
        know(target, criticality, tier == RiskTier.AUTONOMOUS ? Environment.STAGING : Environment.PRODUCTION);
    }

    private void knowWhatIsNeverAutonomous(Target target, RiskTier tier) {
        switch (tier) {
            case DUAL -> know(target, Criticality.HIGH, Environment.PRODUCTION);
            case HUMAN_ONLY -> know(target, Criticality.CRITICAL, Environment.PRODUCTION);
            default -> know(target, Criticality.LOW, Environment.STAGING);
        }
    }

    /** Puts the target in the inventory, or changes what is known of it. */
    void know(Target target, Criticality criticality, Environment environment) {
        Map<String, String> attributes = target.kind() == TargetKind.ACCOUNT && !target.value().startsWith("plain-") ? Map.of("privileged-group", "Domain Admins") : Map.of();
        organisation.asset(Script.observable(target.kind()), target.value(), criticality, environment, attributes);
    }

    private String unused(TargetKind kind) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return switch (kind) {
            case ADDRESS -> "2001:db8" + random.ints(6, 1, 0xffff).mapToObj(group -> ":" + Integer.toHexString(group)).reduce("", String::concat);
            case HOST -> "ws-" + Long.toHexString(random.nextLong()) + ".corp.example";
            case DOMAIN -> "d-" + Long.toHexString(random.nextLong()) + ".example.net";
            case URL -> "https://u-" + Long.toHexString(random.nextLong()) + ".example.net/renew";
            case SENDER -> "s-" + Long.toHexString(random.nextLong()) + "@example.net";
            case API_KEY -> "AKIA" + Long.toHexString(random.nextLong()).toUpperCase(Locale.ROOT);
            case CLOUD_PRINCIPAL -> "arn:aws:iam::111122223333:user/" + Long.toHexString(random.nextLong());
            case MESSAGE, APPLICATION, BUCKET -> "x-" + Long.toHexString(random.nextLong());
            case AGENT -> agent();
            default -> "user-" + Long.toHexString(random.nextLong()) + "@corp.example";
        };
    }

    /** Between two severities for which policy gives the same tier. */
    void severityChanges(Scene scene) {
        Severity now = incidents.find(scene.incident()).orElseThrow().severity();
        incidents.changeSeverity(scene.incident(), now == Severity.MEDIUM ? Severity.LOW : Severity.MEDIUM, "the world goes on", WORLD);
    }

    private String agent() {
        organisation.exists();
        return organisation.agent("agent-" + Long.toHexString(ThreadLocalRandom.current().nextLong()));
    }

    void train(Target target, Training training) {
        sandbox.train(target, training, WORLD);
    }

    void stranger(Target target, String attribute, String value) {
        if (target.kind() == TargetKind.AGENT) {
            agents.changeStatus(target.value(), AgentStatus.RETIRED, "a stranger wants it", WORLD);
            return;
        }
        sandbox.change(target, Map.of(attribute, value), WORLD);
    }

    void closeTicket(Scene scene) {
        incidents.changeTicket(scene.incident(), TicketState.CLOSED, "the world goes on", WORLD);
    }

    /** How the attribute that the action touches is now. */
    String seen(Target target, String action) {
        if (target.kind() == TargetKind.AGENT) {
            return deeds.seen(target.value(), action);
        }
        return sandbox.find(target).attributes().getOrDefault(Script.effect(action).get(0), Script.effect(action).get(1));
    }

    void suspendAgent() {
        agents.changeStatus(AGENT, AgentStatus.SUSPENDED, "the test wants it", WORLD);
    }

    void activateAgent() {
        if (agents.find(AGENT).orElseThrow().status() != AgentStatus.ACTIVE) {
            agents.changeStatus(AGENT, AgentStatus.ACTIVE, "the test wants it", WORLD);
        }
    }

    /** No agent's ceiling changes in life; here one agent plays them all. */
    void ceiling(RiskTier ceiling) {
        TestDatabase.jdbcClient().sql("update agent set ceiling = ? where id = ?").params(ceiling.name(), AGENT).update();
    }
}
