package io.countersign.faults.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The real time plus the milliseconds that stand in some files: one for all nodes, and one for how much this node is off. The engine's clock moves with it. */
final class FileClock implements InstantSource {

    private final List<Path> files;
    private volatile long ahead;

    FileClock(List<Path> files) {
        this.files = files;
        look();
        Thread watch = new Thread(this::watch, "file-clock");
        watch.setDaemon(true);
        watch.start();
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    private void watch() {
        while (true) {
            look();
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private void look() {
        long sum = files.stream().mapToLong(FileClock::read).sum();
        if (sum != ahead) {
            ahead = sum;
            ClockUtil.offset(sum);
        }
    }

    private static long read(Path file) {
        try {
            return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
