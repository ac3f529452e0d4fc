package io.countersign.people;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts changes of people and teams on the record and ends the sessions and deploy tokens that they outdate. */
@Component
class DirectoryChanges {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryChanges.class);

    private final EvidenceLog evidence;
    private final PersonSessions sessions;
    private final DeployTokenTable tokens;

    DirectoryChanges(EvidenceLog evidence, PersonSessions sessions, DeployTokenTable tokens) {
        this.evidence = evidence;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    void team(Team team, Actor by) {
        LOG.info("directory.team-changed team={} by={}", team.id(), by.id());
        evidence.append(EvidenceEntry.of(EvidenceKind.DIRECTORY_CHANGED, by).with("change", "team put").with("team", team.id())
                .with("name", team.name()));
    }

    void person(String change, String username, Actor by, String fact, Object value) {
        LOG.info("directory.person-changed person={} by={}", username, by.id());
        evidence.append(EvidenceEntry.of(EvidenceKind.DIRECTORY_CHANGED, by).with("change", change).with("person", username)
                .with(fact, value instanceof Collection<?> many ? List.copyOf(many) : value));
        tokens.makeAllVoid(username);
        sessions.endWithChange(username);
    }
}
