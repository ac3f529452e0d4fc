package io.countersign.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.evidence.IncidentId;
import io.countersign.testing.DatabaseTest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(RunRows.class)
class RunSearchTest {

    private static final Instant NOON = Instant.parse("2031-05-01T12:00:00Z");
    private static final long INCIDENT = 7_100_000 + System.nanoTime() % 100_000;

    @Autowired
    RunRows rows;

    @Autowired
    JdbcClient jdbc;

    private String mine;
    private String other;

    @BeforeEach
    void twoRuns() {
        mine = run(INCIDENT, "isolate-infected-host", NOON, "Released");
        other = run(INCIDENT + 100_000, "block-malicious-address", NOON.minusSeconds(60), null);
        assess(mine, INCIDENT, "Srv_100%x", "agent-of-" + mine, "isolate-host", "a");
        jdbc.sql("insert into evidence (at, kind, actor_kind, actor, owner, playbook_run, facts) values (?, 'LEASE_KEPT', 'PERSON', ?, 'x', ?, '{}')")
                .params(Timestamp.from(NOON), "keeper-" + mine, mine).update();
    }

    @Test
    void aRunIsFoundByEachCriterionAlone() {
        assertThat(List.of(
                query(null, null, null, null, null, null, null, null, new IncidentId(INCIDENT)),
                query("srv_100%", null, null, null, null, null, null, null, null),
                query(null, "keeper-" + mine, null, null, null, null, null, null, null),
                query(null, null, "agent-of-" + mine, null, null, null, null, null, null)))
                .allSatisfy(query -> assertThat(found(query)).containsExactly(mine));
    }

    @Test
    void whatWasTypedHoldsNoWildcards() {
        assertThat(found(query("srv%", null, null, null, null, null, null, null, null))).doesNotContain(mine);
    }

    @Test
    void newestComesFirstWithinTheTimeAskedFor() {
        RunQuery day = query(null, null, null, null, NOON.minusSeconds(60), NOON.plusSeconds(1), null, null, null);
        assertThat(found(day)).containsExactly(mine, other);
        assertThat(rows.count(day)).isEqualTo(2);
        assertThat(found(query(null, null, null, null, NOON.minusSeconds(60), NOON, null, null, null))).containsExactly(other);
    }

    @Test
    void outcomePlaybookAndActionNarrowTogether() {
        assertThat(found(query(null, null, null, "isolate-host", NOON, null, "Released", "isolate-infected-host", null))).containsExactly(mine);
        assertThat(found(query(null, null, null, null, NOON, null, "DRIFTED", null, null))).isEmpty();
    }

    @Test
    void eachOutcomeIsOfferedOnceInOrder() {
        run(INCIDENT + 200_000, "block-malicious-address", NOON, "Released");
        run(INCIDENT + 300_000, "block-malicious-address", NOON, "A word that sorts first");
        run(INCIDENT + 400_000, "block-malicious-address", NOON, "Zuletzt");
        assertThat(rows.outcomes()).isSorted().doesNotHaveDuplicates().contains("A word that sorts first", "Released", "Zuletzt");
    }

    @Test
    void theActionsOfARunComeWithIt() {
        assertThat(rows.actions(List.of(mine, other), new Names(Map.of())).get(mine)).singleElement()
                .satisfies(action -> assertThat(action.target()).isEqualTo("Srv_100%x"));
        assertThat(rows.decisions(List.of(mine), new Names(Map.of()))).isEmpty();
    }

    private List<String> found(RunQuery query) {
        return rows.find(query, 0, 50).stream().map(found -> found.run().id().value()).toList();
    }

    private static RunQuery query(String target, String person, String agent, String action, Instant from, Instant to, String outcome, String playbook,
                                  IncidentId incident) {
        return new RunQuery(incident, target, person, agent, action, from, to, outcome, playbook);
    }

    private String run(long incident, String playbook, Instant at, String outcome) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into playbook_run (id, incident, playbook, playbook_version, definition, started_by_kind, started_by, reason, state, outcome, started_at)
                values (?, ?, ?, 1, 'd', 'SYSTEM', 'policy', 'test', ?, ?, ?)""")
                .params(id, incident, playbook, outcome == null ? "RUNNING" : "ENDED", outcome, Timestamp.from(at)).update();
        return id;
    }

    private void assess(String run, long incident, String target, String agent, String action, String mark) {
        String digest = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
        jdbc.sql("""
                insert into assessment (id, digest, canonical, action_type, target_kind, target, parameters, incident, playbook_run, playbook, activity, agent,
                    recommendation, facts, hits, decision, tier, rule, approver_teams, escalate_seconds, expire_seconds, lease_seconds, reason, at)
                values (?, ?, '{}', ?, 'HOST', ?, '{}', ?, ?, 'd', ?, ?, ?, '{}', '[]', 'd', 'DENY', 'R', '{}', 60, 60, 0, 'r', ?)""")
                .params(UUID.randomUUID(), digest, action, target, incident, run, mark, agent, UUID.randomUUID(), Timestamp.from(NOON)).update();
    }
}
