package io.countersign.incident;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Incidents by row, locked until the transaction ends. */
interface IncidentCases extends Repository<IncidentCase, Long> {

    /** At once: whoever hears of the change within the transaction reads the rows. */
    IncidentCase saveAndFlush(IncidentCase incident);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from IncidentCase i where i.id = :id")
    Optional<IncidentCase> lock(long id);
}
