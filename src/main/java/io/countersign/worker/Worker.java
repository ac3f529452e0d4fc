package io.countersign.worker;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** Runs a worker until its process is told to end. */
public final class Worker {

    private Worker() {
    }

    /**
     * @param settings as on the command line, for example {@code --countersign.worker.nodes=…}
     * @throws RuntimeException if it cannot start with them; its cause says why
     */
    public static void run(List<String> settings) {
        CountDownLatch ended = new CountDownLatch(1);
        SpringApplication worker = new SpringApplication(WorkerContext.class);
        worker.setWebApplicationType(WebApplicationType.NONE);
        worker.addListeners((ApplicationListener<ContextClosedEvent>) closed -> ended.countDown());
        worker.run(settings.toArray(String[]::new));
        try {
            ended.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
