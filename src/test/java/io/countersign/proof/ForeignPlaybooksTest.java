package io.countersign.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.Catalogues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * BPMN files that other people wrote for other engines and purposes, from two products' own test archives: each gets a verdict in time,
 * and none of them passes, for none of them says what Countersign asks of a playbook. Further archives or folders may be given in
 * {@code -Dcountersign.test.bpmn=DIR}.
 */
class ForeignPlaybooksTest {

    private static final AuthorityProof PROOF = new AuthorityProof(Catalogues.shipped());
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** Modeler waits for five seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Map<String, Integer> verdicts = new TreeMap<>();
    private final List<String> unclear = new ArrayList<>();
    private Duration slowest = Duration.ZERO;
    private int files;

    @Test
    void eachGetsAClearVerdictInTime() throws IOException {
        read(Path.of("target", "foreign-playbooks"));
        assertThat(files).isGreaterThan(2000);
        String more = System.getProperty("countersign.test.bpmn");
        if (more != null) {
            read(Path.of(more));
        }
        System.out.printf("proof.foreign files=%d slowest=%d ms refused-by=%s%n", files, slowest.toMillis(), verdicts);
        assertThat(unclear).isEmpty();
        assertThat(slowest).as("processor time of the slowest").isLessThan(LONGEST);
    }

    private void read(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                if (path.toString().endsWith(".jar")) {
                    unpack(path);
                } else if (isPlaybook(path.toString())) {
                    judge(path.toString(), Files.readAllBytes(path));
                }
            }
        }
    }

    private void unpack(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            zip.stream().filter(entry -> isPlaybook(entry.getName())).forEach(entry -> judge(archive.getFileName() + "!" + entry.getName(), bytes(zip, entry)));
        }
    }

    private static boolean isPlaybook(String name) {
        return name.matches(".*[.](bpmn|bpmn2|bpmn20[.]xml)");
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) {
        try {
            return zip.getInputStream(entry).readAllBytes();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private void judge(String name, byte[] bytes) {
        files++;
        long before = THREADS.getCurrentThreadCpuTime();
        try {
            Proof proof = PROOF.prove(PlaybookFiles.of(Map.of("foreign.bpmn", bytes)), "foreign.bpmn");
            Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
            List<Finding> refusals = proof.findings().stream().filter(Finding::refuses).toList();
            refusals.stream().map(finding -> finding.rule().name()).distinct().forEach(rule -> verdicts.merge(rule, 1, Integer::sum));
            if (proof.holds() || refusals.isEmpty() || refusals.stream().anyMatch(finding -> finding.message().isBlank())) {
                unclear.add(name + ": holds=" + proof.holds() + " findings=" + proof.findings());
            }
        } catch (RuntimeException | StackOverflowError thrown) {
            unclear.add(name + ": " + thrown);
        }
    }
}
