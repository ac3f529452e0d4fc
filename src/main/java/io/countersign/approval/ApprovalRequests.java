package io.countersign.approval;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ApprovalRequests extends JpaRepository<ApprovalRequest, UUID> {

    /** Locked until the transaction ends, so that of many decisions at once one wins. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from ApprovalRequest r where r.id = :id")
    Optional<ApprovalRequest> lock(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from ApprovalRequest r where r.playbookRun = :run and r.state = io.countersign.approval.ApprovalState.PENDING")
    List<ApprovalRequest> lockPendingOf(String run);

    List<ApprovalRequest> findByStateOrderByOpenedAt(ApprovalState state);

    List<ApprovalRequest> findByPlaybookRunOrderByOpenedAt(String run);

    Optional<ApprovalRequest> findByTask(String task);
}
