package io.countersign.worker;

import io.countersign.CountersignApplication;
import io.countersign.connector.remote.TestAuthority;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code countersign.jar worker} in a JVM of its own. */
public final class WorkerProcess implements AutoCloseable {

    private static final int ENDED_BY_SIGTERM = 143;
    private static final String BUNDLE = "SPRING_SSL_BUNDLE_PEM_WORKER_";

    private final Process process;
    private final Path log;

    private WorkerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    public static WorkerProcess start(Path log, URI node, Path authority, TestAuthority.Pem own, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), CountersignApplication.class.getName(), "worker",
                "--countersign.worker.nodes=" + node));
        command.addAll(List.of(settings));
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // In the environment, and named as in docker/compose.worker.yaml.
        process.environment().putAll(Map.of(BUNDLE + "KEYSTORE_CERTIFICATE", own.certificate().toString(), BUNDLE + "KEYSTORE_PRIVATEKEY", own.key().toString(),
                BUNDLE + "TRUSTSTORE_CERTIFICATE", authority.toString(), BUNDLE + "RELOADONUPDATE", "true"));
        return new WorkerProcess(process.start(), log);
    }

    /** As an operator ends it. @return whether it ended by itself, and in time */
    public boolean terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == ENDED_BY_SIGTERM;
    }

    public String said() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
