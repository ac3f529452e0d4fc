package io.countersign.execution;

import io.countersign.policy.guardrail.ContainedTargets;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is contained, as the leases say; what is done to a process or a file leaves its host where it is. */
@Component
class ContainedLeases implements ContainedTargets {

    private final JdbcClient jdbc;

    ContainedLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> among(Collection<String> values) {
        return Set.copyOf(jdbc.sql("select distinct target from lease where state <> 'RELEASED' and target_kind not in ('PROCESS', 'FILE') and target = any (?)")
                .param(values.toArray(String[]::new)).query(String.class).list());
    }
}
