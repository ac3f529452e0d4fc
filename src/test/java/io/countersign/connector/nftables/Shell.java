package io.countersign.connector.nftables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Commands of this machine, for tests. */
final class Shell {

    private static final List<String> PATH = List.of("/usr/local/sbin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

    private Shell() {
    }

    record Result(int exit, String out) {
    }

    static String run(String... command) {
        Result result = attempt(command);
        if (result.exit() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + result);
        }
        return result.out();
    }

    static Result attempt(String... command) {
        try {
            Process process = start(ProcessBuilder.Redirect.PIPE, command);
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(1, TimeUnit.MINUTES);
            return new Result(process.exitValue(), out);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    static Process start(ProcessBuilder.Redirect out, String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of(command));
        words.set(0, find(command[0]).toString());
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(out);
        builder.environment().put("PATH", String.join(":", PATH));
        return builder.start();
    }

    static Path find(String program) {
        return PATH.stream().map(folder -> Path.of(folder, program)).filter(file -> file.toFile().canExecute()).findFirst()
                .orElseThrow(() -> new IllegalStateException(program + " is not installed"));
    }

    static boolean has(String program) {
        return PATH.stream().anyMatch(folder -> Path.of(folder, program).toFile().canExecute());
    }
}
