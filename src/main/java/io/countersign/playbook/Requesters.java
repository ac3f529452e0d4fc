package io.countersign.playbook;

import io.countersign.agent.Agent;
import io.countersign.agent.Agents;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.policy.Assessment;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whoever asked for an action neither approves it nor carries it out by hand: the person who started the run, and the one who answers for the agent. */
@Component
public class Requesters {

    private final Agents agents;
    private final PlaybookRuns runs;

    Requesters(Agents agents, PlaybookRuns runs) {
        this.agents = agents;
        this.runs = runs;
    }

    /** Their usernames. */
    public Set<String> of(Assessment assessment) {
        Optional<String> starter = runs.find(assessment.request().playbookRun()).filter(run -> run.startedByKind().equals("PERSON")).map(PlaybookRun::startedBy);
        Optional<String> owner = agents.find(assessment.request().agent()).map(Agent::owner);
        return Stream.concat(starter.stream(), owner.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
