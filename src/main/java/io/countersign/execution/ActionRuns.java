package io.countersign.execution;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ActionRuns extends JpaRepository<ActionRun, UUID> {

    Optional<ActionRun> findByDigest(String digest);

    List<ActionRun> findByPlaybookRunOrderByCreatedAt(String playbookRun);

    List<ActionRun> findByPlaybookRunAndActivityOrderByCreatedAtDesc(String playbookRun, String activity);

    List<ActionRun> findByIncidentOrderByCreatedAt(long incident);

    boolean existsByPlaybookRunAndStateIn(String playbookRun, Collection<ActionRunState> states);
}
