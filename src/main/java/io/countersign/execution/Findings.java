package io.countersign.execution;

import io.countersign.connector.Holding;
import io.countersign.connector.TargetState;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what a comparison found, each finding once, in the transaction of its evidence. */
@Service
@Transactional
class Findings {

    private static final Logger LOG = LoggerFactory.getLogger(Findings.class);
    private static final Actor RECONCILER = Actor.system("execution");

    private final ReconcileRows rows;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    Findings(ReconcileRows rows, EvidenceLog evidence, InstantSource clock) {
        this.rows = rows;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** @param seen what a target could not be read as is no finding */
    public void lease(ActionRunView effect, Sighting seen) {
        Instant now = clock.instant();
        rows.looked(effect.lease(), now);
        if (seen.state().isEmpty()) {
            return;
        }
        TargetState found = seen.state().get();
        boolean contained = seen.is(effect.expected());
        if (contained ? rows.contained(effect.lease()) : rows.freed(effect.lease(), found, now)) {
            LOG.warn("reconcile.lease lease={} contained={}", effect.lease(), contained);
            evidence.append(EvidenceEntry.of(EvidenceKind.CONTAINMENT_DRIFTED, RECONCILER).about(effect.incident()).in(effect.playbookRun()).of(effect.id())
                    .with("lease", effect.lease().toString()).with("actionType", effect.actionType()).with("target", effect.target().toString())
                    .with("contained", contained).with("expected", effect.expected().attributes()).with("found", found.attributes())
                    .with("sandbox", effect.sandbox() ? true : null));
        }
    }

    public void holding(String connector, Holding holding) {
        if (rows.orphan(connector, holding, clock.instant())) {
            LOG.warn("reconcile.orphan connector={} run={}", connector, holding.actionRun());
            evidence.append(EvidenceEntry.of(EvidenceKind.ORPHAN_FOUND, RECONCILER).of(holding.actionRun()).with("connector", connector)
                    .with("actionType", holding.actionType()).with("target", holding.target().toString()).with("found", holding.found().attributes()));
        }
    }

    public void gone(String connector, Instant since) {
        int gone = rows.gone(connector, since);
        if (gone > 0) {
            evidence.append(EvidenceEntry.of(EvidenceKind.ORPHAN_FOUND, RECONCILER).with("connector", connector).with("gone", gone));
        }
    }
}
