package io.countersign.faults;

import io.countersign.faults.node.FaultNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One node of the product, in a JVM of its own, on its own wires to the database and the targets. */
final class Node implements AutoCloseable {

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("countersign.recommendation.recommender", "scripted"),
            Map.entry("countersign.organisation.first-administrator", "false"),
            Map.entry("countersign.execution.observe-for", "PT2S"), Map.entry("countersign.execution.undo-alone", "PT8S"),
            Map.entry("countersign.playbook.lock", "PT8S"), Map.entry("countersign.playbook.poll", "PT0.5S"),
            Map.entry("countersign.playbook.retry-pause", "PT0.3S"), Map.entry("countersign.people.address-failures", "1000"),
            Map.entry("camunda.bpm.job-execution.max-wait", "1000"), Map.entry("camunda.bpm.job-execution.lock-time-in-millis", "8000"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "8s"), Map.entry("logging.level.com.zaxxer.hikari", "error"));

    final String name;
    final Wire database;
    final Wire targets;
    private final Path folder;
    private final String without;
    private final int port;
    private final Map<String, String> databaseSettings;
    private Process process;

    Node(String name, Plan plan, int port, Postgres postgres, int simulator) throws IOException {
        this.name = name;
        this.folder = plan.folder();
        this.without = plan.without();
        this.port = port;
        this.database = new Wire(postgres.port());
        this.targets = new Wire(simulator);
        this.databaseSettings = postgres.properties(database);
    }

    synchronized void start() throws IOException {
        Files.deleteIfExists(folder.resolve("ready-" + name));
        recall();
        List<String> args = new ArrayList<>(List.of(name, folder.toString(), "http://127.0.0.1:" + targets.port(), without, "--server.port=" + port,
                "--countersign.home=" + folder.resolve("home-" + name)));
        SETTINGS.forEach((key, value) -> args.add("--" + key + "=" + (without.equals("LOCK") && key.equals("countersign.playbook.lock") ? "P400D" : value)));
        databaseSettings.forEach((key, value) -> args.add("--" + key + "=" + value));
        List.of("block-address", "block-domain", "block-url", "isolate-host", "disable-account", "end-sessions", "remove-from-group", "deactivate-api-key",
                "deny-cloud-principal", "disable-application", "quarantine-mail", "block-sender", "block-public-access")
                .forEach(action -> args.add("--countersign.connector.routes." + action + "=simulator"));
        process = Child.start(folder.resolve("node-" + name + ".log"), false, "-Xmx400m", FaultNode.class, args.toArray(String[]::new));
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    synchronized boolean alive() {
        return process != null && process.isAlive();
    }

    boolean ready() {
        return alive() && Files.exists(folder.resolve("ready-" + name));
    }

    synchronized void kill() {
        process.destroyForcibly();
    }

    /** As an operator restarts it. @return whether it ended in time */
    boolean terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor(40, TimeUnit.SECONDS);
    }

    /** It dies when it comes to that point. */
    void doom(String point) throws IOException {
        Files.writeString(folder.resolve("fate-" + name), point);
    }

    /** @return whether it had not come there */
    boolean recall() throws IOException {
        return Files.deleteIfExists(folder.resolve("fate-" + name));
    }

    void skew(long millis) throws IOException {
        Path draft = Files.writeString(folder.resolve("clock-" + name + ".new"), String.valueOf(millis));
        Files.move(draft, folder.resolve("clock-" + name), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
        database.close();
        targets.close();
    }
}
