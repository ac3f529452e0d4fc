package io.countersign.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.testing.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One browser in which people sign in one after the other. Each page that is looked at must be accessible, in light and dark, and complain of nothing. */
final class Visitor implements AutoCloseable {

    private static final Path AXE = Path.of("src/main/frontend/node_modules/axe-core/axe.min.js");
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final ChromeDriver browser = Browser.start();
    private final String server;
    private int looks;

    Visitor(int port) {
        this.server = "http://localhost:" + port;
        browser.manage().window().setSize(new Dimension(1360, 1000));
    }

    ChromeDriver browser() {
        return browser;
    }

    Visitor signIn(String username, String password) {
        browser.manage().deleteAllCookies();
        open("/login");
        browser.findElement(By.id("username")).sendKeys(username);
        browser.findElement(By.id("password")).sendKeys(password);
        browser.findElement(By.cssSelector("main button[type=submit]")).click();
        see(By.cssSelector(".cs-person"));
        return this;
    }

    Visitor open(String path) {
        browser.get(server + path);
        return this;
    }

    WebElement see(By what) {
        return new WebDriverWait(browser, Duration.ofSeconds(30)).until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    WebElement seeText(String text) {
        return see(By.xpath("//*[contains(normalize-space(text()), \"" + text + "\")]"));
    }

    void click(By what) {
        WebElement found = see(what);
        browser.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", found);
        found.click();
    }

    /** Waits for form-js, and types into the field of this label. */
    void type(String label, String text) {
        WebElement field = see(By.xpath("//form[@data-deliberate]//*[contains(@class, 'fjs-form')]//label[contains(., '" + label + "')]/following::textarea[1]"));
        field.sendKeys(text);
        assertThat(browser.findElements(By.cssSelector("[data-form-plain]"))).as("form-js took the place of the plain fields").isEmpty();
    }

    /** Takes a picture of the whole page in light and dark, and has axe-core and the browser's console judge it. */
    void look(String name) {
        looks++;
        for (String theme : List.of("light", "dark")) {
            // Colours change gently: both judges are shown the end of it.
            browser.executeScript("localStorage.setItem('theme', arguments[0]); dispatchEvent(new Event('theme-chosen')); document.getAnimations().forEach(one => one.finish())", theme);
            keep("%02d-%s-%s.png".formatted(looks, name, theme));
            assertThat(violations()).as(name + " in " + theme).isEmpty();
        }
        assertThat(Browser.complaints(browser)).as("complaints on " + name).isEmpty();
    }

    private void keep(String file) {
        Map<String, Object> picture = browser.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(file), Base64.getDecoder().decode((String) picture.get("data")));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> violations() {
        try {
            browser.executeScript(Files.readString(AXE));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return (List<String>) browser.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run({exclude: ['.djs-container', '.dmn-js-parent', '.fjs-powered-by']}, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})
                    .then(found => done(found.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.map(n => n.html.slice(0, 160) + ' ' + n.failureSummary).join(' | '))),
                          failed => done([String(failed)]))""");
    }

    @Override
    public void close() {
        browser.quit();
    }
}
