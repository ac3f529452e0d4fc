package io.countersign.approval;

import io.countersign.action.ActionDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions as append-only rows. */
@Repository
class ApprovalRows {

    private final JdbcClient jdbc;

    ApprovalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Approval approval) {
        jdbc.sql("insert into approval (id, request, digest, person, team, approved, rationale, at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(approval.id(), approval.request(), approval.digest(), approval.person(), approval.team(), approval.approved(),
                        approval.rationale(), Timestamp.from(approval.at()), Timestamp.from(approval.expiresAt()))
                .update();
    }

    List<Approval> of(ActionDigest digest) {
        return jdbc.sql("select * from approval where digest = ? order by at").param(digest.hex()).query(ApprovalRows::read).list();
    }

    private static Approval read(ResultSet row, int number) throws SQLException {
        return new Approval(row.getObject("id", UUID.class), row.getObject("request", UUID.class), row.getString("digest"),
                row.getString("person"), row.getString("team"), row.getBoolean("approved"), row.getString("rationale"),
                row.getTimestamp("at").toInstant(), row.getTimestamp("expires_at").toInstant());
    }
}
