package io.countersign.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Starts the installed Chromium. Where there is none the test is skipped with a message, unless {@code COUNTERSIGN_REQUIRE_BROWSER=1}
 * demands one.
 */
public final class Browser {

    private static final List<String> PLACES = List.of("/usr/bin", "/usr/local/bin", "/snap/bin");

    private Browser() {
    }

    /** The caller quits it. */
    public static ChromeDriver start() {
        Optional<Path> chromium = Stream.of("chromium", "google-chrome", "chromium-browser").flatMap(name -> find(name).stream()).findFirst();
        Optional<Path> driver = find("chromedriver");
        boolean there = chromium.isPresent() && driver.isPresent();
        if (!there && "1".equals(System.getenv("COUNTERSIGN_REQUIRE_BROWSER"))) {
            throw new IllegalStateException("This build demands a browser: install Chromium and its driver (Debian: chromium, chromium-driver)");
        }
        assumeTrue(there, "Skipped: no Chromium with chromedriver is installed here");
        ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(driver.orElseThrow().toFile()).usingAnyFreePort().build();
        return new ChromeDriver(service, options(chromium.orElseThrow()));
    }

    /** What the page complained about on its console, worst things only. */
    public static List<String> complaints(ChromeDriver browser) {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream().filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(entry -> entry.getMessage()).filter(message -> !message.contains("Inferno")).toList();
    }

    private static ChromeOptions options(Path binary) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(binary.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1360,1000");
        options.setCapability("goog:loggingPrefs", logs);
        options.setExperimentalOption("prefs", Map.of("credentials_enable_service", false));
        return options;
    }

    private static Optional<Path> find(String program) {
        Stream<String> path = Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(java.io.File.pathSeparator));
        return Stream.concat(path, PLACES.stream()).map(folder -> Path.of(folder, program)).filter(Files::isExecutable).findFirst();
    }
}
