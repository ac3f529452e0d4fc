package io.countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.evidence.Actor;
import io.countersign.people.NewPerson;
import io.countersign.people.PeopleRegister;
import io.countersign.people.Role;
import io.countersign.people.Team;
import io.countersign.testing.Browser;
import io.countersign.testing.CountersignTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages in a real browser: WCAG A and AA as far as axe-core can tell, in light and dark, and nothing that the content policy stops. */
@CountersignTest
class AccessibilityIT {

    private static final Path AXE = Path.of("src/main/frontend/node_modules/axe-core/axe.min.js");
    private static final List<String> PAGES = List.of("/incidents", "/playbooks", "/playbooks/upload", "/playbooks/submissions", "/people", "/people/new", "/organisation", "/account/tokens", "/agents", "/sources", "/lists", "/quarantine", "/account/password",
            "/nowhere", "/assets/gallery");

    @LocalServerPort
    int port;
    @Autowired
    PeopleRegister register;

    private final String name = "b" + UUID.randomUUID().toString().substring(0, 12);
    private ChromeDriver browser;
    private String password;

    @BeforeEach
    void aPersonWithEveryRole() {
        browser = Browser.start();
        register.putTeam(new Team("browser-test", "Browser test"), Actor.system("test"));
        password = register.addPerson(new NewPerson(name, "Somebody With Eyes", "browser-test", Set.of(Role.values())), false, Actor.system("test"));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void everyPageIsAccessibleInLightAndDark() throws IOException {
        browser.get(address("/login"));
        assertThat(violations()).as("/login").isEmpty();
        signIn();
        for (String theme : List.of("light", "dark")) {
            browser.executeScript("localStorage.setItem('theme', arguments[0])", theme);
            for (String page : PAGES) {
                browser.get(address(page));
                assertThat(violations()).as(page + " in " + theme).isEmpty();
            }
        }
    }

    @Test
    void theViewersDrawUnderTheContentPolicy() {
        browser.get(address("/assets/gallery"));
        new WebDriverWait(browser, Duration.ofSeconds(20)).until(page -> browser.findElements(By.cssSelector(
                ".cs-diagram .cs-active, .cs-decision .cs-fired, .cs-form .fjs-form textarea")).size() >= 3);
        assertThat(browser.findElements(By.cssSelector("[data-form-plain]"))).as("form-js took the place of the plain fields").isEmpty();
        assertThat(Browser.complaints(browser)).isEmpty();
    }

    @Test
    void keysWalkTheListAndDecideNothing() {
        browser.get(address("/login"));
        signIn();
        browser.get(address("/people"));
        browser.findElement(By.tagName("body")).sendKeys("j");
        String first = browser.switchTo().activeElement().getText();
        assertThat(first).isEqualTo(browser.findElement(By.cssSelector("tbody tr a.cs-row")).getText());
        browser.switchTo().activeElement().sendKeys("/");
        assertThat(browser.switchTo().activeElement().getDomAttribute("id")).isEqualTo("search");
        browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
        browser.findElement(By.tagName("body")).sendKeys("?");
        assertThat(browser.findElement(By.id("keys")).isDisplayed()).isTrue();
    }

    private void signIn() {
        browser.findElement(By.id("username")).sendKeys(name);
        browser.findElement(By.id("password")).sendKeys(password);
        browser.findElement(By.cssSelector("main button[type=submit]")).click();
        new WebDriverWait(browser, Duration.ofSeconds(20)).until(page -> !browser.findElements(By.cssSelector(".cs-person")).isEmpty());
    }

    @SuppressWarnings("unchecked")
    private List<String> violations() throws IOException {
        browser.executeScript(Files.readString(AXE));
        return (List<String>) browser.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                document.getAnimations().forEach(animation => animation.finish());
                axe.run({exclude: ['.djs-container', '.dmn-js-parent', '.fjs-powered-by']}, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})
                    .then(found => done(found.violations.map(v => v.id + ': ' + v.help + ' ' + v.nodes.map(n => n.html.slice(0, 160) + ' ' + n.failureSummary).join(' | '))),
                          failed => done([String(failed)]))""");
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
