package io.countersign.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.evidence.Actor;
import io.countersign.people.NewPerson;
import io.countersign.people.People;
import io.countersign.people.PeopleRegister;
import io.countersign.people.Role;
import io.countersign.people.Team;
import io.countersign.testing.Browser;
import io.countersign.testing.CountersignTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Secrets that are shown once: deploy tokens, and the passwords of an organisation that comes in from a file. */
@CountersignTest
class AdministrationBrowserIT {

    @LocalServerPort
    int port;
    @Autowired
    PeopleRegister register;
    @Autowired
    People people;
    @TempDir
    Path folder;

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private Visitor visitor;

    @BeforeEach
    void anAdministratorWhoDesigns() {
        Actor test = Actor.system("test");
        register.putTeam(new Team("administration", "Administration"), test);
        String password = register.addPerson(new NewPerson("adm" + id, "Ada Ministrator", "administration", Set.of(Role.ADMINISTRATOR, Role.DESIGNER)), false, test);
        visitor = new Visitor(port).signIn("adm" + id, password);
    }

    @AfterEach
    void close() {
        visitor.close();
    }

    @Test
    void aDeployTokenIsShownOnceAndMadeVoid() {
        visitor.open("/account/tokens").look("no-tokens");
        visitor.see(By.id("name")).sendKeys("Modeler on a laptop");
        visitor.click(By.cssSelector("form[action='/account/tokens'] button"));
        String secret = visitor.see(By.cssSelector(".cs-secret span")).getText();
        assertThat(secret).hasSizeGreaterThan(24);
        visitor.look("new-token");
        visitor.click(By.linkText("I have kept it"));
        visitor.seeText("Valid");
        assertThat(visitor.browser().getPageSource()).doesNotContain(secret);
        visitor.look("tokens");
        visitor.click(By.xpath("//button[starts-with(normalize-space(), 'Make void')]"));
        visitor.seeText("The token is void");
        visitor.seeText("Void");
        assertThat(visitor.browser().findElements(By.xpath("//button[starts-with(normalize-space(), 'Make void')]"))).isEmpty();
    }

    @Test
    void anOrganisationIsCheckedMendedAndLoaded() throws IOException {
        visitor.open("/people").click(By.linkText("Load a file"));
        visitor.look("organisation");
        choose("ANALYSTS");
        visitor.click(By.xpath("//button[normalize-space() = 'Only check it']"));
        visitor.seeText("people[0].roles[0]");
        assertThat(Browser.complaints(visitor.browser())).as("the browser notes the refusal, and nothing else").singleElement().asString().contains("422");
        visitor.look("organisation-refused");
        choose("ANALYST");
        visitor.click(By.xpath("//button[normalize-space() = 'Only check it']"));
        visitor.seeText("1 team, 1 person");
        assertThat(people.find("kim." + id)).isEmpty();
        visitor.look("organisation-checked");
        choose("ANALYST");
        visitor.click(By.xpath("//button[normalize-space() = 'Load it']"));
        visitor.seeText("shown only now");
        visitor.look("organisation-loaded");
        assertThat(people.passwordMatches("kim." + id, visitor.see(By.cssSelector(".cs-secret span")).getText())).isTrue();
    }

    private void choose(String role) throws IOException {
        Path file = Files.writeString(folder.resolve("blue.yaml"), """
                teams: [{id: blue-%1$s, name: Blue team}]
                people: [{username: kim.%1$s, displayName: Kim Blue, team: blue-%1$s, roles: [%2$s]}]
                """.formatted(id, role));
        visitor.see(By.id("file")).sendKeys(file.toAbsolutePath().toString());
    }
}
