package io.countersign.organisation;

import io.countersign.agent.AgentRegister;
import io.countersign.evidence.Actor;
import io.countersign.incident.Asset;
import io.countersign.incident.AssetRegister;
import io.countersign.people.DirectoryConflict;
import io.countersign.people.NewPerson;
import io.countersign.people.People;
import io.countersign.people.PeopleRegister;
import io.countersign.policy.guardrail.ManageGuardrails;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Registers an organisation with each module, through the same doors that people use: all of it or nothing. Teams, assets and guardrails that are
 * known already are replaced; a person or an agent that is known already is refused. Agents come in without power, until their owner or
 * an administrator starts them.
 */
@Service
public class LoadOrganisation {

    private static final Logger LOG = LoggerFactory.getLogger(LoadOrganisation.class);

    private final People known;
    private final PeopleRegister people;
    private final AssetRegister assets;
    private final AgentRegister agents;
    private final ManageGuardrails guardrails;
    private final InstantSource clock;

    LoadOrganisation(People known, PeopleRegister people, AssetRegister assets, AgentRegister agents, ManageGuardrails guardrails,
                     InstantSource clock) {
        this.known = known;
        this.people = people;
        this.assets = assets;
        this.agents = agents;
        this.guardrails = guardrails;
        this.clock = clock;
    }

    /**
     * @param oneTime whether each password must be replaced at the first sign-in
     * @return the password of each new person, kept nowhere else
     * @throws OrganisationRefused naming the place in the file; nothing was changed
     */
    @Transactional
    public Map<NewPerson, String> load(Organisation organisation, boolean oneTime, Actor by) {
        Map<NewPerson, String> passwords = new LinkedHashMap<>();
        each("teams", organisation.teams(), team -> people.putTeam(team, by));
        each("people", organisation.people(), person -> passwords.put(person, people.addPerson(person, oneTime, by)));
        each("assets", organisation.assets(), asset -> register(asset, by));
        each("agents", organisation.agents(), agent -> agents.register(agent.registeredAt(clock.instant()), by));
        each("guardrails", organisation.guardrails(), guardrail -> guardrails.put(guardrail, by));
        return passwords;
    }

    /**
     * Whether {@link #load} would take it, by doing it and taking everything back.
     *
     * @throws OrganisationRefused as {@link #load} does
     */
    @Transactional
    public void check(Organisation organisation, Actor by) {
        load(organisation, true, by);
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        LOG.info("organisation.checked by={}; what was said of it just now is taken back", by.id());
    }

    private void register(Asset asset, Actor by) {
        if (known.team(asset.team()).isEmpty()) {
            throw new IllegalArgumentException("team: there is no team '" + asset.team() + "'");
        }
        if (asset.owner() != null && known.find(asset.owner()).isEmpty()) {
            throw new IllegalArgumentException("owner: there is no person '" + asset.owner() + "'");
        }
        assets.register(asset, by);
    }

    private static <T> void each(String list, List<T> items, Consumer<T> register) {
        for (int at = 0; at < items.size(); at++) {
            try {
                register.accept(items.get(at));
            } catch (DirectoryConflict | IllegalArgumentException wrong) {
                throw new OrganisationRefused(list + "[" + at + "]", wrong.getMessage());
            }
        }
    }
}
