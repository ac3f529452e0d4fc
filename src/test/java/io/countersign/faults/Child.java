package io.countersign.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Starts a process with the class path of the tests. */
final class Child {

    private static final List<String> JVM = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC", "-Xshare:auto", "-Djava.net.preferIPv4Stack=true");

    private Child() {
    }

    /** What it says on its error stream, and on the other unless that is read here, goes to the log. */
    static Process start(Path log, boolean heard, String heap, Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(JVM);
        command.addAll(List.of(heap, "-cp", classPath(), main.getName()));
        command.addAll(Arrays.asList(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectOutput(heard ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.appendTo(log.toFile()));
        return builder.start();
    }

    /** Without the empty entry that surefire leaves at its end: it means the working directory, where migrations lie in source. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(entry -> !entry.isBlank())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
