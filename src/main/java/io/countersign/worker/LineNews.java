package io.countersign.worker;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once, not in each thread and each try, that a node is away, why, and that it is back. */
final class LineNews {

    private static final Logger LOG = LoggerFactory.getLogger(LineNews.class);
    private static final String REACHED = "";

    private final URI node;
    private final AtomicReference<String> last = new AtomicReference<>();

    LineNews(URI node) {
        this.node = node;
    }

    void reached() {
        if (!REACHED.equals(last.getAndSet(REACHED))) {
            LOG.info("worker.node-reached node={}", node);
        }
    }

    void away(String why) {
        if (!why.equals(last.getAndSet(why))) {
            LOG.warn("worker.node-away node={} why={}", node, why);
        }
    }
}
