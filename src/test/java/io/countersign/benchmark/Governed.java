package io.countersign.benchmark;

import io.countersign.evidence.Actor;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionSettled;
import io.countersign.execution.PlaybookRunEnded;
import io.countersign.road.Road;
import io.countersign.rollback.RunOrders;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The product: alert, advice, assessment, authority, credential, sandbox effect, observation, lease, release, undo, observation; all on the record. */
@Component
class Governed implements Driver {

    private record Effect(PlaybookRunId run, long at) {
    }

    private final Road road;
    private final RunOrders orders;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, CompletableFuture<Effect>> effects = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> ends = new ConcurrentHashMap<>();

    Governed(Road road, RunOrders orders) {
        this.road = road;
        this.orders = orders;
    }

    @Override
    public String name() {
        return "governed";
    }

    @Override
    public long run() throws Exception {
        long start = System.nanoTime();
        Effect effect = alert();
        orders.release(effect.run(), "The benchmark releases at once", Actor.person("ana"));
        end(effect.run().value()).get(60, TimeUnit.SECONDS);
        ends.remove(effect.run().value());
        return effect.at() - start;
    }

    /** A run with its effect in force. */
    PlaybookRunId contained() throws Exception {
        return alert().run();
    }

    /** Until the run has ended. */
    void rollBack(PlaybookRunId run) throws Exception {
        orders.rollBack(run, "The benchmark wants it back", Actor.person("ana"));
        end(run.value()).get(60, TimeUnit.SECONDS);
        ends.remove(run.value());
    }

    /** Until the effect on this address was seen; what is contained stays so. */
    PlaybookRunId effect(String address) throws Exception {
        return alert(address).run();
    }

    private Effect alert() throws Exception {
        int n = number.incrementAndGet();
        return alert("11." + n / 65536 + "." + n / 256 % 256 + "." + n % 256);
    }

    private Effect alert(String address) throws Exception {
        IncidentId incident = road.alert("high", "T1595", Road.observable("address", address));
        return effects.computeIfAbsent(incident.toString(), id -> new CompletableFuture<>()).get(60, TimeUnit.SECONDS);
    }

    @TransactionalEventListener
    public void on(ActionSettled settled) {
        effects.computeIfAbsent(settled.incident().toString(), id -> new CompletableFuture<>())
                .complete(new Effect(settled.playbookRun(), System.nanoTime()));
    }

    @TransactionalEventListener
    public void on(PlaybookRunEnded ended) {
        end(ended.run().value()).complete(null);
    }

    private CompletableFuture<Void> end(String run) {
        return ends.computeIfAbsent(run, id -> new CompletableFuture<>());
    }
}
