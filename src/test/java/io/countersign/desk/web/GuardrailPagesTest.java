package io.countersign.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.RiskTier;
import io.countersign.console.FormBrowser;
import io.countersign.evidence.Actor;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.incident.Criticality;
import io.countersign.incident.Environment;
import io.countersign.incident.ObservableKind;
import io.countersign.policy.guardrail.Guardrail;
import io.countersign.policy.guardrail.Guardrails;
import io.countersign.policy.guardrail.ManageGuardrails;
import io.countersign.policy.guardrail.OverrideGuardrail;
import io.countersign.road.Organisation;
import io.countersign.road.Road;
import io.countersign.testing.CountersignTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Guardrails and overrides on their page, without scripts. */
@CountersignTest
class GuardrailPagesTest {

    @LocalServerPort
    int port;
    @Autowired
    Scene scene;
    @Autowired
    Guardrails guardrails;
    @Autowired
    OverrideGuardrail overrides;
    @Autowired
    ManageGuardrails manage;
    @Autowired
    Organisation organisation;

    private final String id = "page-" + UUID.randomUUID();

    @Test
    void whatCountsWhereNobodySaidAnythingIsSafe() throws Exception {
        assertThat(scene.as("eli", port).open("/guardrails").body()).contains("Never the last domain controller", "At least 1 of role domain-controller stay uncontained",
                "Nothing of role default-gateway is ever contained", "Very important people", "100 effects in 1 h").doesNotContain("Ask a second person", "Put it in force");
    }

    @Test
    void anAdministratorAddsAndSwitchesOff() throws Exception {
        FormBrowser ada = scene.as("ada", port).open("/guardrails");
        ada.send("/guardrails", Map.of("id", id, "name", "Budget of the test", "kind", "BUDGET", "tier", "DUAL", "actionType", "delete-file", "window", "1 hour", "most", "7"));
        assertThat(ada.body()).contains("A time in it cannot be read", "value=\"Budget of the test\"");
        ada.send("/guardrails", Map.of("id", id, "name", "Budget of the test", "kind", "BUDGET", "tier", "DUAL", "actionType", "delete-file", "window", "PT2H", "most", "7"));
        assertThat(ada.body()).contains("The guardrail counts from now on", "7 effects in 2 h");
        assertThat(find().enabled()).isTrue();
        ada.send("/guardrails/" + id + "/state", Map.of("enabled", "false", "reason", "short"));
        assertThat(ada.body()).contains("Say why, in 10 to 500 characters");
        ada.send("/guardrails/" + id + "/state", Map.of("enabled", "false", "reason", "The test is over"));
        assertThat(find().enabled()).isFalse();
        assertThat(scene.as("ana", port).open("/guardrails").send("/guardrails", Map.of("id", id, "name", "Mine", "kind", "FREEZE", "tier", "DENY")).status()).isEqualTo(403);
    }

    @Test
    void oneAsksForAnOverrideAndAnotherDecides() throws Exception {
        String target = id + ".corp.example";
        FormBrowser sam = scene.as("sam", port).open("/guardrails").send("/guardrails/overrides",
                Map.of("guardrail", "last-resolver", "action", "isolate-host", "target", target, "reason", "The others are up again"));
        assertThat(sam.body()).contains("It counts once a second person agrees", target, "You asked for it yourself");
        UUID asked = overrides.latest(100).stream().filter(one -> one.target().value().equals(target)).findFirst().orElseThrow().id();
        assertThat(sam.send("/guardrails/overrides/" + asked, Map.of("granted", "true", "reason", "I agree with myself")).body()).contains("somebody else has to decide");
        FormBrowser eva = scene.as("eva", port).open("/guardrails").send("/guardrails/overrides/" + asked, Map.of("granted", "false", "reason", "They are not up at all"));
        assertThat(eva.body()).contains("Not overridden", "They are not up at all", "Did not agree");
    }

    /** From the refused action to the override, with everything filled in. */
    @Test
    void whereAGuardrailDecidedThePageLeadsToIt() throws Exception {
        organisation.exists();
        String role = "role-" + UUID.randomUUID();
        manage.put(new Guardrail(id, Guardrail.Kind.AVAILABILITY, "Never one of these", RiskTier.DENY, true, null, null, null, List.of(role), null, null, null, null, null,
                null, null), Actor.person("ada"));
        String host = organisation.asset(ObservableKind.HOST, id + ".corp.example", Criticality.LOW, Environment.DEVELOPMENT, Map.of("role", role));
        PlaybookRunId run = scene.road().run(scene.road().alert("critical", "T1486", Road.observable("host", host)), "isolate-infected-host");
        scene.road().ended(run);
        FormBrowser ana = scene.as("ana", port).open("/runs/" + run);
        String link = "/guardrails?guardrail=" + id + "&amp;action=isolate-host&amp;target=" + host;
        assertThat(ana.body()).contains("guardrail " + id, "Never one of these", link);
        assertThat(ana.open(link.replace("&amp;", "&")).body()).contains("value=\"" + id + "\" selected=\"selected\"", "value=\"" + host + "\"");
        manage.enable(id, false, "The test is over", Actor.person("ada"));
    }

    private Guardrail find() {
        return guardrails.all().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }
}
