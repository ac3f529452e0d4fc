package io.countersign.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Starts a process with the class path of the tests. */
final class Child {

    private static final List<String> JVM = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC", "-Xshare:auto", "-Djava.net.preferIPv4Stack=true");

    private Child() {
    }

    /** What it says on its error stream, and on the other unless that is read here, goes to the log. */
    static Process start(Path log, boolean heard, String heap, Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(JVM);
        command.addAll(List.of(heap, "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectOutput(heard ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.appendTo(log.toFile()));
        return builder.start();
    }
}
