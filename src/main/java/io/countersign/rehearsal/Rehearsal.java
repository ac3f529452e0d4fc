package io.countersign.rehearsal;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.playbook.AheadOfTime;
import io.countersign.proof.PlaybookFiles;
import io.countersign.report.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The product on an embedded database in a temporary directory, in which playbooks are played from scripts. Its pages cannot be
 * left out; they listen on a free port of the loopback address, and nobody outside knows a password. Everything decides as it does in an installation; only the targets (sandbox), the clock and the advice are played. One at a time
 * in a JVM, because the engine's clock is one.
 */
public final class Rehearsal implements AutoCloseable {

    private final Path home;
    private final ConfigurableApplicationContext product;
    private final Cast cast;

    private Rehearsal(Path home, ConfigurableApplicationContext product) {
        this.home = home;
        this.product = product;
        this.cast = new Cast(product);
    }

    /**
     * Starts the product with these files instead of those of the same name that it ships.
     *
     * @param application the product's main class
     * @param files       each playbook in a file with the name of its process
     * @throws RuntimeException if the product refuses to start with them; its message says why
     */
    public static Rehearsal with(Class<?> application, PlaybookFiles files) {
        Path home = home();
        try {
            return new Rehearsal(home, new SpringApplicationBuilder(application).resourceLoader(new InsteadOfShipped(files))
                    .initializers(Rehearsal::play).run(settings(home)));
        } catch (RuntimeException refused) {
            FileSystemUtils.deleteRecursively(home.toFile());
            throw refused;
        }
    }

    /** @throws ScenarioInvalid if the script cannot be played, naming the field */
    public static void requirePlayable(Path script) {
        ScenarioFile.read(script);
    }

    /** Plays one script; what it expects and does not happen is a failure. @throws ScenarioInvalid if it cannot be played */
    public RehearsalReport play(Path script) {
        Scenario scenario = ScenarioFile.read(script);
        List<String> failures = new ArrayList<>();
        List<String> timeline = List.of();
        try {
            cast.agent(scenario.ceiling(), scenario.confidence());
            PlaybookRunId run = new Scenery(product, cast).begin(scenario);
            failures.addAll(play(scenario, new Play(product, cast, run)));
            timeline = timeline(run);
        } catch (RuntimeException refused) {
            failures.add("the run does not begin: " + refused.getMessage());
        }
        return new RehearsalReport(scenario.title(), timeline, failures);
    }

    private List<String> play(Scenario scenario, Play play) {
        int at = 0;
        try {
            for (; at < scenario.steps().size(); at++) {
                play.step(scenario.steps().get(at));
            }
            return new Verdict(product, play.run()).failures(scenario.expect());
        } catch (RuntimeException unexpected) {
            return List.of((at < scenario.steps().size() ? "/steps/" + at : "/expect") + ": " + unexpected.getMessage());
        }
    }

    private List<String> timeline(PlaybookRunId run) {
        var lines = product.getBean(Timeline.class).ofRun(run);
        return lines.stream().map(line -> since(Duration.between(lines.get(0).at(), line.at())) + "  " + line.sentence()).toList();
    }

    private static String since(Duration time) {
        return String.format("%s%d:%02d:%02d", time.toDays() > 0 ? time.toDays() + "d " : "", time.toHoursPart(), time.toMinutesPart(), time.toSecondsPart());
    }

    @Override
    public void close() {
        product.close();
        FileSystemUtils.deleteRecursively(home.toFile());
    }

    private static void play(ConfigurableApplicationContext context) {
        GenericApplicationContext beans = (GenericApplicationContext) context;
        AheadOfTime clock = new AheadOfTime();
        beans.registerBean(AheadOfTime.class, () -> clock, definition -> definition.setPrimary(true));
        beans.registerBean(ScriptedAdvice.class, ScriptedAdvice::new);
    }

    /** Nobody waits in a rehearsal for what an installation does at its leisure. */
    private static String[] settings(Path home) {
        return Stream.of("countersign.home=" + home, "countersign.database.url=", "countersign.database.port=" + freePort(), "countersign.sample.enabled=false",
                "countersign.organisation.first-administrator=false",
                "countersign.connector.sandbox.enabled=true", "countersign.recommendation.recommender=" + ScriptedAdvice.NAME,
                "countersign.execution.observe-for=PT0.5S", "countersign.playbook.poll=PT0.5S", "countersign.playbook.attempts=3", "countersign.playbook.retry-pause=PT0.05S",
                "server.address=127.0.0.1", "server.port=0", "camunda.bpm.job-execution.max-wait=200", "camunda.bpm.job-execution.wait-time-in-millis=100", "logging.threshold.console=off")
                .map(setting -> "--" + setting).toArray(String[]::new);
    }

    private static Path home() {
        try {
            return Files.createTempDirectory("countersign-rehearsal-");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
