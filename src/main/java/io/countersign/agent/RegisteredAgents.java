package io.countersign.agent;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RegisteredAgents extends Repository<RegisteredAgent, String> {

    Optional<RegisteredAgent> findById(String id);

    boolean existsById(String id);

    RegisteredAgent saveAndFlush(RegisteredAgent agent);

    /** Locked until the transaction ends: of two changes at once, the second sees the first. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from RegisteredAgent a where a.id = :id")
    Optional<RegisteredAgent> lock(String id);

    @Query("select distinct a from RegisteredAgent a left join fetch a.actionTypes order by a.id")
    List<RegisteredAgent> all();
}
