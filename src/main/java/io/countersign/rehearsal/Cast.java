package io.countersign.rehearsal;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.ActionType;
import io.countersign.action.RiskTier;
import io.countersign.agent.AgentRegister;
import io.countersign.agent.AgentStatus;
import io.countersign.agent.Agents;
import io.countersign.agent.NewAgent;
import io.countersign.evidence.Actor;
import io.countersign.people.NewPerson;
import io.countersign.people.People;
import io.countersign.people.PeopleRegister;
import io.countersign.people.Role;
import io.countersign.people.Team;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/** The people and the agent of a rehearsal: in each team an analyst and two approvers, {@code soc-1} to {@code soc-3}. */
final class Cast {

    static final Actor DIRECTOR = Actor.system("rehearsal");
    private static final Set<String> TEAMS = Set.of("soc", "edr", "identity", "network", "it-operations");

    private final ApplicationContext product;
    private final Map<String, String> passwords = new HashMap<>();
    private int agents;

    Cast(ApplicationContext product) {
        this.product = product;
        TEAMS.forEach(this::team);
    }

    /** Makes the team if nobody is in it yet. */
    void team(String id) {
        if (product.getBean(People.class).team(id).isEmpty()) {
            product.getBean(PeopleRegister.class).putTeam(new Team(id, "Team " + id), DIRECTOR);
            person(id, 1, Role.ANALYST);
            person(id, 2, Role.APPROVER);
            person(id, 3, Role.APPROVER);
        }
    }

    private void person(String team, int number, Role role) {
        String username = team + "-" + number;
        passwords.put(username, product.getBean(PeopleRegister.class)
                .addPerson(new NewPerson(username, "Person " + number + " of " + team, team, Set.of(role)), false, DIRECTOR));
    }

    String password(String username) {
        return passwords.get(username);
    }

    /** One for each script: no agent's ceiling changes in life. */
    void agent(RiskTier ceiling, double confidence) {
        String id = "rehearsal-" + ++agents;
        employ(id, "Proposes what the script needs", ceiling);
        product.getBean(ScriptedAdvice.class).speakAs(id, confidence);
    }

    /** An agent that a script is about, at work when the script begins. */
    void suspect(String id) {
        if (product.getBean(Agents.class).find(id).isEmpty()) {
            employ(id, "Is what the script is about", RiskTier.APPROVE);
        }
    }

    private void employ(String id, String purpose, RiskTier ceiling) {
        Set<String> all = product.getBean(ActionCatalogue.class).all().stream().map(ActionType::id).collect(Collectors.toSet());
        product.getBean(AgentRegister.class).register(new NewAgent(id, "Rehearsal", purpose, "it-operations-1", "it-operations", all, ceiling,
                product.getBean(InstantSource.class).instant().plus(Duration.ofDays(3650))), DIRECTOR);
        product.getBean(Agents.class).changeStatus(id, AgentStatus.ACTIVE, "for a rehearsal", DIRECTOR);
    }
}
