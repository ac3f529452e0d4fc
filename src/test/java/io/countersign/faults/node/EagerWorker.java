package io.countersign.faults.node;

import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.execution.ActionExecutor;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Carries out what people were asked about as soon as they were asked. Only the proof of authority stands in its way. */
record EagerWorker(Supplier<ActionExecutor> executor) {

    void heard(EvidenceEntry entry) {
        if (entry.kind() == EvidenceKind.APPROVAL_REQUESTED) {
            CompletableFuture.runAsync(() -> executor.get().execute(entry.playbookRun(), (String) entry.facts().get("activity"), settled -> { }));
        }
    }
}
