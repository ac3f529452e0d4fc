package io.countersign.worker;

import io.countersign.connector.remote.RemoteOrder;
import io.countersign.connector.remote.RemoteResult;
import io.countersign.connector.remote.WorkerLine;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread of a worker: asks one node for an order, carries it out, brings the answer, and asks again, until it is told to stop. */
final class OrderLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(OrderLoop.class);
    private static final int TRIES_TO_ANSWER = 3;

    private final NodeLine line;
    private final CarriesOut work;
    private final WorkerLine.Ask ask;
    private final LineNews news;
    private final CountDownLatch stopping;
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());

    OrderLoop(NodeLine line, CarriesOut work, WorkerLine.Ask ask, LineNews news, CountDownLatch stopping) {
        this.line = line;
        this.work = work;
        this.ask = ask;
        this.news = news;
        this.stopping = stopping;
    }

    @Override
    public void run() {
        while (stopping.getCount() > 0) {
            try {
                Optional<RemoteOrder> order = line.next(ask);
                news.reached();
                backoff.reset();
                order.ifPresent(this::carryOut);
            } catch (LineFailure away) {
                if (stopping.getCount() > 0) {
                    news.away(away.getMessage());
                    pause();
                }
            } catch (RuntimeException unforeseen) {
                LOG.error("worker.failed node={}", line.node(), unforeseen);
                pause();
            }
        }
    }

    private void carryOut(RemoteOrder order) {
        RemoteResult result = stopping.getCount() > 0 ? work.order(line, order)
                : CarriesOut.notDone(order, "The worker was stopped before it began, so nothing was done");
        for (int left = TRIES_TO_ANSWER - 1; left >= 0; left--) {
            try {
                line.result(order.id(), result);
                return;
            } catch (LineFailure.Refused refused) {
                LOG.warn("worker.answer-refused order={} why={}", order.id(), refused.getMessage());
                return;
            } catch (LineFailure.Broken broken) {
                LOG.warn("worker.answer-not-heard order={} left={} why={}", order.id(), left, broken.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            stopping.await(backoff.nextMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
