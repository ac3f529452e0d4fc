package io.countersign.execution;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries a record of something that already happened a few times over: a passing conflict or a cut connection must not lose what is known. */
final class Persistently {

    private static final Logger LOG = LoggerFactory.getLogger(Persistently.class);
    private static final int TRIES = 5;
    private static final long FIRST_PAUSE_MILLIS = 50;

    private Persistently() {
    }

    /** @throws RuntimeException that of the last try */
    static void record(Runnable transaction) {
        long pause = FIRST_PAUSE_MILLIS;
        for (int left = TRIES - 1; ; left--) {
            try {
                transaction.run();
                return;
            } catch (RuntimeException failed) {
                if (left == 0 || !sleep(pause)) {
                    throw failed;
                }
                LOG.info("record.tried-again left={} cause={}", left, failed.getClass().getSimpleName());
                pause *= 2;
            }
        }
    }

    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
