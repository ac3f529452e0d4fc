package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.RiskTier;
import io.countersign.console.FormBrowser;
import io.countersign.playbook.PersonTask;
import io.countersign.testing.CountersignTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a run asks a person other than approval, answered on its page without scripts. */
@CountersignTest
class TaskPagesTest {

    @LocalServerPort
    int port;
    @Autowired
    Play play;
    @Autowired
    Organisation organisation;

    @AfterEach
    void ceiling() {
        play.stage.ceiling(RiskTier.DUAL);
    }

    @Test
    void workByHandNeedsThePasswordOnceMoreAndKeepsWhatWasTyped() throws Exception {
        Walk walk = play.begin(Script.BLOCK, RiskTier.HUMAN_ONLY);
        PersonTask task = play.road.waitingTask(walk.run(), PersonTask.Kind.BY_HAND);
        String page = "/tasks/" + task.id();
        FormBrowser sam = new FormBrowser(port).signIn("sam", organisation.password("sam")).open("/inbox");
        assertThat(sam.body()).contains(page, "By hand");
        assertThat(sam.open(page).body()).contains("Your password, once more", "Was it done?", "HUMAN ONLY");
        sam.send(page, answer("not the password"));
        assertThat(sam.status()).isEqualTo(422);
        assertThat(sam.body()).contains("Give your password once more", ">Done on the console of the firewall</textarea>").doesNotContain("not the password");
        sam.send(page, answer(organisation.password("sam")));
        assertThat(sam.body()).contains("It is on the record.", "Done on the console of the firewall");
        assertThat(sam.open(page).body()).contains("This does not wait any more");
        walk.endsAs("Nothing contained");
    }

    @Test
    void whoeverIsNotAskedSeesForWhomItWaits() throws Exception {
        Walk walk = play.begin(Script.BLOCK, RiskTier.HUMAN_ONLY);
        PersonTask task = play.road.waitingTask(walk.run(), PersonTask.Kind.BY_HAND);
        FormBrowser eva = new FormBrowser(port).signIn("chen", organisation.password("chen")).open("/tasks/" + task.id());
        assertThat(eva.body()).contains("This waits for").doesNotContain("name=\"password\"");
        walk.byHand("block-address");
        walk.endsAs("Nothing contained");
    }

    private static Map<String, String> answer(String password) {
        return new HashMap<>(Map.of("result", "DONE", "performed", "Done on the console of the firewall", "at", Instant.now().toString(), "password", password));
    }
}
