package io.countersign.connector.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who pulled which content of which list, and when. A pull is noted when it is answered, before its last byte has left: what a consumer does
 * with it is not known here.
 */
@Repository
class ListPulls {

    private static final String LATEST = """
            select distinct on (p.consumer, p.list) p.* from list_pull p join list_consumer c on c.name = p.consumer
            where c.revoked_at is null order by p.consumer, p.list, p.last_at desc, p.version desc""";

    private final JdbcClient jdbc;

    ListPulls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(String consumer, ServedList served, Instant now) {
        jdbc.sql("""
                insert into list_pull (consumer, list, version, etag, entries, first_at, last_at, pulls) values (:consumer, :list, :version, :etag, :entries, :now, :now, 1)
                on conflict (consumer, list, version, etag) do update set last_at = excluded.last_at, pulls = list_pull.pulls + 1""")
                .param("consumer", consumer).param("list", served.list().name()).param("version", served.version()).param("etag", served.etag())
                .param("entries", served.entries()).param("now", Timestamp.from(now)).update();
    }

    /** Of each consumer that may pull, the latest of each list, by consumer. */
    List<ListPull> latest() {
        return jdbc.sql(LATEST).query(ListPulls::pull).list();
    }

    /** Whether the latest pull of one consumer at least had the entry. */
    boolean have(ListKind list, String value) {
        return jdbc.sql("with latest as (" + LATEST + """
                ) select exists (select 1 from latest p join list_entry e on e.list = p.list where p.list = ? and e.value = ? and e.added_version <= p.version
                    and (e.removed_version is null or e.removed_version > p.version) and (e.serve_until is null or e.serve_until > p.last_at))""")
                .params(list.name(), value).query(Boolean.class).single();
    }

    private static ListPull pull(ResultSet row, int number) throws SQLException {
        return new ListPull(row.getString("consumer"), ListKind.valueOf(row.getString("list")), row.getString("etag"), row.getInt("entries"),
                row.getTimestamp("first_at").toInstant(), row.getTimestamp("last_at").toInstant());
    }
}
