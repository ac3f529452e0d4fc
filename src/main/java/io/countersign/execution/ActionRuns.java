package io.countersign.execution;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ActionRuns extends JpaRepository<ActionRun, UUID> {

    /** Locked until the transaction ends: two undos of one row begin one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from ActionRun r where r.id = :id")
    Optional<ActionRun> lock(UUID id);

    List<ActionRun> findByPlaybookRunOrderByCreatedAt(String playbookRun);

    List<ActionRun> findByPlaybookRunAndActivityOrderByCreatedAtDesc(String playbookRun, String activity);

    List<ActionRun> findByIncidentOrderByCreatedAt(long incident);

    @Query(value = """
            select r.* from action_run r join playbook_run p on p.id = r.playbook_run
            where r.agent = :agent and r.state in (:states) and p.state <> 'ENDED' order by r.created_at desc""", nativeQuery = true)
    List<ActionRun> ofAgentInOpenRuns(String agent, Collection<String> states);

    boolean existsByPlaybookRunAndStateIn(String playbookRun, Collection<ActionRunState> states);
}
