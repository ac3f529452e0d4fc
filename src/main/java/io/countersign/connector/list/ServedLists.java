package io.countersign.connector.list;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists as consumers get them. A list is read with one statement, so that its version and its entries belong together. */
@Service
public class ServedLists {

    private final JdbcClient jdbc;
    private final ListPulls pulls;
    private final InstantSource clock;

    ServedLists(JdbcClient jdbc, ListPulls pulls, InstantSource clock) {
        this.jdbc = jdbc;
        this.pulls = pulls;
        this.clock = clock;
    }

    private record Row(long version, Instant changedAt, String value) {
    }

    /** Sorted byte by byte, each entry once however many owners it has. */
    @Transactional(readOnly = true)
    public ServedList read(ListKind list) {
        List<Row> rows = jdbc.sql("""
                select s.version, e.value, greatest(s.changed_at,
                    (select max(serve_until) from list_entry where list = s.list and removed_at is null and serve_until <= :now)) as changed_at
                from list_state s left join (select distinct list, value from list_entry
                    where list = :list and removed_at is null and (serve_until is null or serve_until > :now)) e on e.list = s.list
                where s.list = :list order by e.value collate "C\"""")
                .param("list", list.name()).param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Row(row.getLong("version"), row.getTimestamp("changed_at").toInstant(), row.getString("value"))).list();
        return ServedList.of(list, rows.get(0).version(), rows.stream().map(Row::value).filter(Objects::nonNull).toList(), rows.get(0).changedAt());
    }

    /** Reads it for a consumer, and notes that it did. */
    @Transactional
    public ServedList pull(ListKind list, ListConsumer consumer) {
        ServedList served = read(list);
        pulls.note(consumer.name(), served, clock.instant());
        return served;
    }

    /** What each consumer pulled last. */
    @Transactional(readOnly = true)
    public List<ListPull> latestPulls() {
        return pulls.latest();
    }
}
