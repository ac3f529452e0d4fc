package io.countersign.road;

import io.countersign.action.RiskTier;
import io.countersign.agent.AgentRegister;
import io.countersign.agent.AgentStatus;
import io.countersign.agent.Agents;
import io.countersign.agent.NewAgent;
import io.countersign.evidence.Actor;
import io.countersign.incident.Asset;
import io.countersign.incident.AssetRegister;
import io.countersign.incident.Criticality;
import io.countersign.incident.Environment;
import io.countersign.incident.ObservableKind;
import io.countersign.people.NewPerson;
import io.countersign.people.People;
import io.countersign.people.PeopleRegister;
import io.countersign.people.Role;
import io.countersign.people.Team;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The people, agents and assets that all tests of the road share; made once per JVM. */
@Component
public class Organisation {

    private static final Actor SETUP = Actor.system("test-setup");
    private static final Map<String, String> PASSWORDS = new ConcurrentHashMap<>();

    private final People people;
    private final PeopleRegister register;
    private final Agents agents;
    private final AgentRegister agentRegister;
    private final AssetRegister assets;

    Organisation(People people, PeopleRegister register, Agents agents, AgentRegister agentRegister, AssetRegister assets) {
        this.people = people;
        this.register = register;
        this.agents = agents;
        this.agentRegister = agentRegister;
        this.assets = assets;
    }

    public synchronized void exists() {
        if (people.find("ana").isPresent()) {
            return;
        }
        new LinkedHashMap<>(Map.of("soc", "Security operations", "edr", "Endpoint", "identity", "Identity", "network", "Network", "it-operations", "IT operations"))
                .forEach((id, name) -> register.putTeam(new Team(id, name), SETUP));
        person("ana", "Ana Lima", "soc", Role.ANALYST);
        person("sam", "Sam Ito", "soc", Role.APPROVER);
        person("ben", "Ben Okafor", "edr", Role.APPROVER);
        person("eva", "Eva Stone", "edr", Role.APPROVER);
        person("ivo", "Ivo Nagy", "edr", Role.APPROVER);
        person("chen", "Chen Wei", "identity", Role.APPROVER);
        person("noa", "Noa Bar", "network", Role.APPROVER);
        person("dora", "Dora Weiss", "soc", Role.DESIGNER);
        person("gil", "Gil Sand", "it-operations", Role.GOVERNOR);
        person("dan", "Dan Roth", "soc", Role.DESIGNER, Role.GOVERNOR);
        person("eli", "Eli Katz", "soc", Role.AUDITOR);
        person("ada", "Ada Berg", "it-operations", Role.ADMINISTRATOR);
        agentRegister.register(new NewAgent("road-1", "Triage", "Recommends containment", "ben", "edr", Set.of("block-address", "isolate-host", "disable-account",
                "end-sessions", "remove-from-group", "block-domain", "block-hash", "quarantine-mail", "block-sender", "block-url", "deactivate-api-key",
                "deny-cloud-principal", "disable-application", "block-public-access", "suspend-agent", "revoke-agent-credentials", "roll-back-agent-actions"), RiskTier.DUAL, Instant.now().plus(Duration.ofDays(365))), SETUP);
        agents.changeStatus("road-1", AgentStatus.ACTIVE, "for the tests of the road", SETUP);
    }

    /** An agent of its own that may do what is easily seen, active. */
    public String agent(String id) {
        agentRegister.register(new NewAgent(id, "Another agent", "Blocks addresses", "ben", "edr", Set.of("block-address"), RiskTier.DUAL,
                Instant.now().plus(Duration.ofDays(365))), SETUP);
        agents.changeStatus(id, AgentStatus.ACTIVE, "for the tests of the road", SETUP);
        return id;
    }

    /** So many approvers of the security operations. */
    public synchronized List<String> crowd(int size) {
        exists();
        List<String> names = IntStream.rangeClosed(1, size).mapToObj(number -> "crowd-" + number).toList();
        names.stream().filter(name -> people.find(name).isEmpty()).forEach(name -> person(name, "One of many", "soc", Role.APPROVER));
        return names;
    }

    /** An asset of its own, so that no test meets the leases of another. */
    public String asset(ObservableKind kind, String value, Criticality criticality, Environment environment, Map<String, String> attributes) {
        assets.register(new Asset(kind, value, criticality, environment, kind == ObservableKind.ACCOUNT ? "identity" : "edr", "ana", attributes), SETUP);
        return value;
    }

    public String password(String username) {
        return PASSWORDS.get(username);
    }

    private void person(String username, String name, String team, Role... roles) {
        PASSWORDS.put(username, register.addPerson(new NewPerson(username, name, team, Set.of(roles)), false, SETUP));
    }
}
