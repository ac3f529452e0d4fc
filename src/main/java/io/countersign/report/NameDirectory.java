package io.countersign.report;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.ActionType;
import io.countersign.agent.Agent;
import io.countersign.agent.Agents;
import io.countersign.connector.Connector;
import io.countersign.connector.Connectors;
import io.countersign.evidence.Actor;
import io.countersign.people.People;
import io.countersign.people.Person;
import io.countersign.people.Team;
import io.countersign.playbook.PlaybookLibrary;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Knows where each kind of name is to be found. */
@Component
public class NameDirectory {

    private final People people;
    private final Agents agents;
    private final ActionCatalogue catalogue;
    private final PlaybookLibrary library;
    private final Connectors connectors;

    NameDirectory(People people, Agents agents, ActionCatalogue catalogue, PlaybookLibrary library, Connectors connectors) {
        this.people = people;
        this.agents = agents;
        this.catalogue = catalogue;
        this.library = library;
        this.connectors = connectors;
    }

    /** The names of this moment, for one answer. */
    public Names names() {
        return new Names(Map.of(
                Names.Kind.PERSON, id -> people.find(id).map(Person::displayName),
                Names.Kind.TEAM, id -> people.team(id).map(Team::name),
                Names.Kind.AGENT, id -> agents.find(id).map(Agent::name),
                Names.Kind.ACTION, id -> catalogue.find(id).map(ActionType::name),
                Names.Kind.PLAYBOOK, this::playbook,
                Names.Kind.CONNECTOR, this::connector));
    }

    /** The agent as an actor; one that is not in the register is answered for by nobody. */
    Actor agent(String id) {
        return Actor.agent(id, agents.find(id).map(Agent::owner).orElse("nobody"));
    }

    private Optional<String> playbook(String key) {
        return library.name(key);
    }

    private Optional<String> connector(String id) {
        return connectors.all().stream().filter(connector -> connector.id().equals(id)).findFirst().map(Connector::name);
    }
}
