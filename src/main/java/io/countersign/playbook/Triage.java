package io.countersign.playbook;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.evidence.IncidentId;
import io.countersign.execution.PlaybookRuns;
import io.countersign.incident.IncidentView;
import io.countersign.incident.Incidents;
import io.countersign.incident.TicketState;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For each incident whose alerts changed: which playbooks, by decision, and start those that do not work it already. */
@Service
class Triage {

    private static final Actor POLICY = Actor.system("policy");

    private final Incidents incidents;
    private final PlaybookChoice choice;
    private final PlaybookStarter starter;
    private final PlaybookRuns runs;
    private final EvidenceLog evidence;
    private final PlaybookSettings settings;
    private final InstantSource clock;

    Triage(Incidents incidents, PlaybookChoice choice, PlaybookStarter starter, PlaybookRuns runs, EvidenceLog evidence, PlaybookSettings settings,
           InstantSource clock) {
        this.incidents = incidents;
        this.choice = choice;
        this.starter = starter;
        this.runs = runs;
        this.evidence = evidence;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes one incident and starts its playbooks. @return whether there was one */
    @Transactional
    public boolean next() {
        List<IncidentId> taken = incidents.takeForTriage(1);
        taken.stream().flatMap(id -> incidents.find(id).stream()).filter(incident -> incident.ticket() != TicketState.CLOSED).forEach(this::start);
        return !taken.isEmpty();
    }

    /** The incident that could not be handled is put aside, visibly: it must not keep the others waiting. */
    @Transactional
    public void putAside(RuntimeException why) {
        for (IncidentId incident : incidents.takeForTriage(1)) {
            evidence.append(EvidenceEntry.of(EvidenceKind.PLAYBOOK_SELECTED, POLICY).about(incident).with("playbooks", List.of())
                    .with("reason", "No playbook could be started (" + why.getClass().getSimpleName() + "); start one by hand"));
        }
    }

    private void start(IncidentView incident) {
        List<PlaybookChoice.Choice> choices = choice.choose(incident);
        List<String> suspended = choices.stream().map(PlaybookChoice.Choice::playbook).filter(playbook -> !starter.mayStart(playbook)).toList();
        evidence.append(EvidenceEntry.of(EvidenceKind.PLAYBOOK_SELECTED, POLICY).about(incident.id())
                .with("playbooks", choices.stream().map(PlaybookChoice.Choice::playbook).toList())
                .with("suspended", suspended.isEmpty() ? null : suspended)
                .with("reason", choices.isEmpty() ? "No rule of the selection matches; a person may start one" : choices.get(0).reason()));
        choices.stream().filter(c -> !suspended.contains(c.playbook())).filter(c -> !runs.isOpen(incident.id(), c.playbook()))
                .filter(c -> !runs.endedSince(incident.id(), c.playbook(), clock.instant().minus(settings.restartAfter())))
                .forEach(c -> starter.start(incident.id(), c.playbook(), c.reason(), POLICY));
    }
}
