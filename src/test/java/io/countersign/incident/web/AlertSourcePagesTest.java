package io.countersign.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.console.FormBrowser;
import io.countersign.evidence.Actor;
import io.countersign.incident.AlertSources;
import io.countersign.people.NewPerson;
import io.countersign.people.PeopleRegister;
import io.countersign.people.Role;
import io.countersign.people.Team;
import io.countersign.testing.CountersignTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CountersignTest
class AlertSourcePagesTest {

    @LocalServerPort
    int port;
    @Autowired
    PeopleRegister register;
    @Autowired
    AlertSources sources;

    private final String name = "s" + UUID.randomUUID().toString().substring(0, 12);
    private FormBrowser browser;

    @BeforeEach
    void anAdministratorSignedIn() throws Exception {
        register.putTeam(new Team("pages-test", "Pages test"), Actor.system("test"));
        String password = register.addPerson(new NewPerson(name, "Sources", "pages-test", Set.of(Role.ADMINISTRATOR)), false, Actor.system("test"));
        browser = new FormBrowser(port).signIn(name, password);
    }

    @Test
    void aTokenIsShownOnceAndWorksUntilItIsVoided() throws Exception {
        String token = token(browser.open("/sources").send("/sources", Map.of("name", name, "format", "generic")));
        assertThat(sources.authenticate(name, token)).isPresent();
        assertThat(browser.open("/sources").body()).contains(name).doesNotContain(token);
        String next = token(browser.send("/sources/" + name + "/rotate", Map.of()));
        assertThat(sources.authenticate(name, token)).isEmpty();
        assertThat(sources.authenticate(name, next)).isPresent();
        assertThat(browser.open("/sources").send("/sources/" + name + "/revoke", Map.of()).body()).contains("is void");
        assertThat(sources.authenticate(name, next)).isEmpty();
    }

    @Test
    void aNameThatDoesNotFitIsExplained() throws Exception {
        browser.open("/sources").send("/sources", Map.of("name", "Not A Name", "format", "generic"));
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.body()).contains("lower-case letters", "Not A Name");
        assertThat(browser.open("/sources").send("/sources/no-such-source/revoke", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void whatAttackersWroteIsShownAsText() throws Exception {
        String token = token(browser.open("/sources").send("/sources", Map.of("name", name, "format", "generic")));
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/alerts/" + name))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"title\": \"<script>alert(1)</script>\"}")).build(), HttpResponse.BodyHandlers.discarding());
        assertThat(browser.open("/quarantine?source=" + name).body()).contains("&lt;script&gt;alert(1)", "not found").doesNotContain("<script>alert");
    }

    private static String token(FormBrowser page) {
        Matcher shown = Pattern.compile("data-copy=\"([^\"]+)\" title=\"Copy the token\"").matcher(page.body());
        assertThat(shown.find()).as("the token is shown").isTrue();
        return shown.group(1);
    }
}
