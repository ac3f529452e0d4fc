package io.countersign.agent.web;

import io.countersign.agent.Agent;
import io.countersign.agent.AgentStatus;
import io.countersign.agent.Agents;
import io.countersign.agent.MintedCredentials;
import io.countersign.people.People;
import io.countersign.people.Person;
import java.security.Principal;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which AI agents exist, who answers for them, what they may do and what they were given. */
@Controller
class AgentPages {

    private static final int CREDENTIALS = 50;
    private static final int LONGEST_REASON = 500;

    private final Agents agents;
    private final AgentStanding standing;
    private final MintedCredentials credentials;
    private final People people;
    private final InstantSource clock;

    AgentPages(Agents agents, AgentStanding standing, MintedCredentials credentials, People people, InstantSource clock) {
        this.agents = agents;
        this.standing = standing;
        this.credentials = credentials;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/agents")
    String list(@RequestParam(required = false) AgentStatus status, Model model) {
        List<Agent> all = agents.all().stream().sorted(Comparator.comparing(Agent::name)).toList();
        model.addAttribute("all", all).addAttribute("statuses", AgentStatus.values()).addAttribute("now", clock.instant())
                .addAttribute("agents", all.stream().filter(agent -> status == null || agent.status() == status).toList());
        return "agents/list";
    }

    @GetMapping("/agents/{id}")
    String one(@PathVariable String id, Principal who, Model model) {
        Agent agent = standing.find(id);
        model.addAttribute("agent", agent).addAttribute("now", clock.instant())
                .addAttribute("owner", people.find(agent.owner()).orElse(null)).addAttribute("team", people.team(agent.team()).orElse(null))
                .addAttribute("credentials", credentials.ofAgent(id, CREDENTIALS)).addAttribute("most", CREDENTIALS)
                .addAttribute("suspendedBy", suspendedBy(agent))
                .addAttribute("moves", standing.moves(agent, who.getName()));
        return "agents/agent";
    }

    private String suspendedBy(Agent agent) {
        return agent.suspendedBy() == null ? "Countersign itself, for a playbook"
                : people.find(agent.suspendedBy()).map(Person::displayName).orElse(agent.suspendedBy());
    }

    @PostMapping("/agents/{id}/status")
    String change(@PathVariable String id, @RequestParam AgentStatus status, @RequestParam String reason, Principal who, RedirectAttributes after) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("Say why, in at most " + LONGEST_REASON + " characters: it stands on the record");
        }
        Agent changed = standing.change(id, status, reason.strip(), who.getName());
        after.addAttribute("id", id).addFlashAttribute("flashDone", changed.name() + " is now " + status.name().toLowerCase() + ".");
        return "redirect:/agents/{id}";
    }
}
