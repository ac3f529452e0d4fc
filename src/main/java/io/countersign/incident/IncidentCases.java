package io.countersign.incident;

import jakarta.persistence.LockModeType;
import java.time.Instant;
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

    /**
     * The oldest incident that is not closed and was joined by one of the given things since {@code since}. A thing that more than
     * {@code commonAfter} such incidents have seen, joining or not, is too common to count.
     */
    @Query(nativeQuery = true, value = """
            with seen as (
                select recent.incident, recent.joins, count(*) over (partition by kind, value) as spread
                from unnest(cast(:kinds as text[]), cast(:names as text[])) as thing(kind, value)
                cross join lateral (
                    select o.incident, o.joins from incident_observable o join incident i on i.id = o.incident and i.ticket <> 'CLOSED'
                    where o.kind = thing.kind and o.value = thing.value and o.last_seen_at >= :since
                    order by o.last_seen_at desc limit :commonAfter + 1) as recent)
            select i.* from incident i
            where i.ticket <> 'CLOSED' and i.id in (select incident from seen where joins and spread <= :commonAfter)
            order by i.id limit 1 for update of i""")
    Optional<IncidentCase> lockOpenWith(String[] kinds, String[] names, Instant since, int commonAfter);
}
