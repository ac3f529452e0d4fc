package io.countersign.organisation;

import io.countersign.incident.Asset;
import io.countersign.people.NewPerson;
import io.countersign.people.Team;
import io.countersign.policy.guardrail.Guardrail;
import java.util.List;

/** Who and what an organisation is made of, as a file says it. What the file leaves out is empty. */
public record Organisation(List<Team> teams, List<NewPerson> people, List<Asset> assets, List<PlannedAgent> agents, List<Guardrail> guardrails) {

    public Organisation {
        teams = teams == null ? List.of() : List.copyOf(teams);
        people = people == null ? List.of() : List.copyOf(people);
        assets = assets == null ? List.of() : List.copyOf(assets);
        agents = agents == null ? List.of() : List.copyOf(agents);
        guardrails = guardrails == null ? List.of() : List.copyOf(guardrails);
    }
}
