package io.countersign.benchmark;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the server did for the role of the product, statement by statement, as {@code pg_stat_statements} counts it: blocks say more than time on a machine that is shared. */
final class Statements {

    /** One statement. @param blocks read in all its calls, from memory or not */
    record Done(String text, long calls, double millis, long blocks) {

        long blocksPerCall() {
            return blocks / Math.max(1, calls);
        }

        @Override
        public String toString() {
            String line = text.replaceAll("\\s+", " ");
            return String.format("%7d blocks/call %6d calls %9.1f ms/call  %s", blocksPerCall(), calls, millis / Math.max(1, calls), line.substring(0, Math.min(230, line.length())));
        }
    }

    private final JdbcClient owner;

    Statements(JdbcClient owner) {
        this.owner = owner;
        owner.sql("create extension if not exists pg_stat_statements").update();
    }

    void forget() {
        owner.sql("select pg_stat_statements_reset()").query(row -> { });
    }

    /** The dearest per call first. */
    List<Done> done() {
        return owner.sql("""
                select query, calls, total_exec_time, shared_blks_hit + shared_blks_read as blocks from pg_stat_statements s join pg_roles r on r.oid = s.userid
                where r.rolname = 'countersign_app' order by (shared_blks_hit + shared_blks_read) / greatest(calls, 1) desc""")
                .query((row, number) -> new Done(row.getString("query"), row.getLong("calls"), row.getDouble("total_exec_time"), row.getLong("blocks"))).list();
    }
}
