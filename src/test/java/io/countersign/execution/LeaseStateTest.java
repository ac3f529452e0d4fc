package io.countersign.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.evidence.ActionRunId;
import io.countersign.testing.DatabaseTest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.json.AutoConfigureJson;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every pair of states of a lease, and of one that holds it, is a listed move, a row that stays as it is, or refused where the row is written. */
@DatabaseTest
@AutoConfigureJson
@Import({LeaseRows.class, LeaseMapper.class})
class LeaseStateTest {

    private static final Map<String, Set<String>> LEASE = Map.of(
            "PENDING", Set.of("ACTIVE", "RELEASED"), "ACTIVE", Set.of("KEPT", "RELEASING", "DRIFTED", "RELEASED"),
            "KEPT", Set.of("ACTIVE", "RELEASING", "DRIFTED", "RELEASED"), "RELEASING", Set.of("DRIFTED", "RELEASED"),
            "DRIFTED", Set.of("ACTIVE", "KEPT", "RELEASING", "RELEASED"), "RELEASED", Set.of("RELEASING"));
    private static final Map<String, Set<String>> HOLD = Map.of("HOLDING", Set.of("KEPT", "RELEASED"), "KEPT", Set.of("RELEASED"), "RELEASED", Set.of("HOLDING"));

    @Autowired
    LeaseRows rows;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void aLeaseMovesOnlyAsListed(Lease.State from) {
        for (Lease.State to : Lease.State.values()) {
            boolean listed = LEASE.get(from.name()).contains(to.name());
            assertThat(from.mayBecome(to)).as(from + " to " + to).isEqualTo(listed);
            UUID lease = lease(from);
            written(listed || from == to, () -> rows.state(lease, to, null, Instant.now()));
            assertThat(rows.find(lease).orElseThrow().state()).as(from + " to " + to).isEqualTo(listed ? to : from);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHoldMovesOnlyAsListed(Lease.Hold from) {
        for (Lease.Hold to : Lease.Hold.values()) {
            boolean listed = HOLD.get(from.name()).contains(to.name());
            assertThat(from.mayBecome(to)).as(from + " to " + to).isEqualTo(listed);
            UUID lease = lease(Lease.State.ACTIVE);
            ActionRunId holder = holder(lease, from);
            written(listed || from == to, () -> rows.holder(holder, to, null, null));
            assertThat(rows.find(lease).orElseThrow().holders()).singleElement().extracting(Lease.Holder::state).as(from + " to " + to).isEqualTo(listed ? to : from);
        }
    }

    private static void written(boolean allowed, Runnable write) {
        if (allowed) {
            write.run();
        } else {
            assertThatThrownBy(write::run).isInstanceOf(IllegalStateException.class).hasMessageContaining("cannot become");
        }
    }

    /** The rows of the ledger that they name are asked for at the commit, which never comes. */
    private UUID lease(Lease.State state) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into lease (id, connector, action_type, target_kind, target, parameters, effect_run, sandbox, state, since, until, version)
                values (?, 'sandbox', 'block-address', 'ADDRESS', ?, '{}', ?, true, ?, now(), now(), 0)""").params(id, id.toString(), id, state.name()).update();
        return id;
    }

    private ActionRunId holder(UUID lease, Lease.Hold state) {
        ActionRunId id = new ActionRunId(UUID.randomUUID());
        jdbc.sql("insert into lease_holder (action_run, lease, playbook_run, incident, until, state, since) values (?, ?, 'run', 1, now(), ?, now())")
                .params(id.value(), lease, state.name()).update();
        return id;
    }
}
