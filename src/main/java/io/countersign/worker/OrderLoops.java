package io.countersign.worker;

import io.countersign.connector.remote.WorkerLine;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * All threads of a worker. It ends cleanly: it takes leave of the nodes, so that none hands it an order that nobody would carry out,
 * and finishes what it has in hand.
 */
final class OrderLoops implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OrderLoops.class);
    private static final long LONGEST_END_MILLIS = 30_000;
    private static final long BETWEEN_LEAVES_MILLIS = 200;

    private final List<NodeLine> nodes;
    private final CarriesOut work;
    private final int atOnce;
    private final UUID process = UUID.randomUUID();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    OrderLoops(List<NodeLine> nodes, CarriesOut work, int atOnce) {
        this.nodes = nodes;
        this.work = work;
        this.atOnce = atOnce;
    }

    @Override
    public void start() {
        WorkerLine.Ask ask = new WorkerLine.Ask(WorkerLine.VERSION, process, work.connectors());
        for (NodeLine node : nodes) {
            LineNews news = new LineNews(node.node());
            for (int n = 1; n <= atOnce; n++) {
                Thread thread = new Thread(new OrderLoop(node, work, ask, news, stopping), "orders-" + node.node().getHost() + "-" + n);
                threads.add(thread);
                thread.start();
            }
        }
        LOG.info("worker.started nodes={} connectors={} at-once={}", nodes.size(), work.connectors(), atOnce);
    }

    @Override
    public void stop() {
        stopping.countDown();
        long last = System.nanoTime() + LONGEST_END_MILLIS * 1_000_000;
        try {
            while (isRunning() && System.nanoTime() < last) {
                nodes.forEach(this::leave);
                Thread.sleep(BETWEEN_LEAVES_MILLIS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        threads.forEach(Thread::interrupt);
        LOG.info("worker.stopped unfinished={}", threads.stream().filter(Thread::isAlive).count());
    }

    /** A request for an order may just be on its way, so this is said until all threads are at their end. */
    private void leave(NodeLine node) {
        try {
            node.leave(new WorkerLine.Leave(process));
        } catch (LineFailure away) {
            LOG.debug("worker.leave-not-heard node={} why={}", node.node(), away.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return threads.stream().anyMatch(Thread::isAlive);
    }
}
