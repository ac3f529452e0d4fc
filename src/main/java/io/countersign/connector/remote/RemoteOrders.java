package io.countersign.connector.remote;

import io.countersign.agent.Credential;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;

/**
 * The orders of this node that are not over, and the workers that wait for one, in memory only: when the node dies, its orders are
 * gone, and no worker can claim for one any more.
 */
final class RemoteOrders implements SmartLifecycle {

    /** Most that one worker may wait for at once. */
    static final int MOST_POLLS = 256;

    private final RemoteSettings settings;
    private final InstantSource clock;
    private final Map<UUID, OpenOrder> open = new LinkedHashMap<>();
    private final List<Poll> polls = new ArrayList<>();
    private final Map<String, Seen> seen = new HashMap<>();
    private boolean closed;

    private record Seen(String worker, Instant at) {
    }

    RemoteOrders(RemoteSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Gives an order and waits for what becomes of it. @param credential null for an order that changes nothing */
    Outcome give(String product, RemoteOrder order, Credential credential) {
        OpenOrder given = new OpenOrder(product, order, credential);
        try {
            offer(given);
            if (!given.fetchedWithin(settings.fetchWithin())) {
                return new Outcome.NotFetched(whoServes(product));
            }
            return given.answerWithin(settings.answerWithin()).<Outcome>map(said -> new Outcome.Answered(given.worker(), said, given.redeemed()))
                    .orElseGet(() -> new Outcome.NoAnswer(given.worker(), given.redeemed()));
        } finally {
            forget(given);
        }
    }

    private synchronized void offer(OpenOrder given) {
        open.put(given.order().id(), given);
        Optional<Poll> taker = polls.stream().filter(poll -> poll.takes(given)).filter(poll -> poll.give(given)).findFirst();
        taker.ifPresent(polls::remove);
    }

    private synchronized void forget(OpenOrder given) {
        open.remove(given.order().id());
    }

    /** A worker waits. @throws LineRefusal if it cannot, now */
    synchronized void ask(Poll poll, Set<String> products) {
        if (closed) {
            throw new LineRefusal(HttpStatus.SERVICE_UNAVAILABLE, "This node is being stopped");
        }
        if (polls.stream().filter(other -> other.worker().equals(poll.worker())).count() >= MOST_POLLS) {
            throw new LineRefusal(HttpStatus.TOO_MANY_REQUESTS, "This worker waits for " + MOST_POLLS + " orders at once already");
        }
        products.forEach(product -> seen.put(product, new Seen(poll.worker(), clock.instant())));
        if (open.values().stream().filter(poll::takes).noneMatch(poll::give)) {
            polls.add(poll);
            poll.answer().onCompletion(() -> drop(poll));
        }
    }

    private synchronized void drop(Poll poll) {
        polls.remove(poll);
    }

    /** This run of a worker waits no more. */
    synchronized void leave(String worker, UUID process) {
        List<Poll> theirs = polls.stream().filter(poll -> poll.worker().equals(worker) && poll.process().equals(process)).toList();
        polls.removeAll(theirs);
        theirs.forEach(Poll::end);
    }

    /** @throws OrderOver if it is over */
    synchronized OpenOrder find(UUID id) {
        OpenOrder found = open.get(id);
        if (found == null) {
            throw new OrderOver();
        }
        return found;
    }

    private synchronized String whoServes(String product) {
        Seen last = seen.get(product);
        return "No worker serves '" + product + "' now, so nothing was done: " + (last == null ? "none has come since this node started"
                : last.worker() + " came last, at " + last.at()) + ". Start the worker there, and see that it reaches this node: "
                + String.join(", ", settings.products().get(product).workers()) + " may serve it";
    }

    @Override
    public void start() {
        // Orders may come from now on.
    }

    /** After those that give orders, before the web server waits for its requests to end. */
    @Override
    public synchronized void stop() {
        closed = true;
        polls.forEach(Poll::end);
        polls.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !closed;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 500;
    }
}
