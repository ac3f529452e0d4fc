package io.countersign.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * How long and by which dice.
 *
 * @param seed      chooses alerts, people's moods, faults and their moments
 * @param incidents how many alerts come in
 * @param without   the guard that is left out, {@code NONE} for none: {@code AUTHORITY}, {@code ONCE}, {@code LEDGER}, {@code UNKNOWN},
 *                  {@code UNDO} or {@code LOCK}; the run then has to fail
 * @param folder    logs, journal and clocks of this run
 */
record Plan(long seed, int incidents, String without, Path folder) {

    static Plan ofProperties() throws IOException {
        Path folder = Path.of("target", "faults").toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        return new Plan(Long.getLong("faults.seed", System.currentTimeMillis() % 1_000_000), Integer.getInteger("faults.incidents", 200),
                System.getProperty("faults.without", "NONE"), folder);
    }

    Path journal() {
        return folder.resolve("target-journal.jsonl");
    }
}
