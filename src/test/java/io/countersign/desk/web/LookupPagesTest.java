package io.countersign.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.console.FormBrowser;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceQuery;
import io.countersign.evidence.EvidenceTrail;
import io.countersign.playbook.PlaybookLibrary;
import io.countersign.testing.CountersignTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Finding and reading what happened, and what may happen at all. */
@CountersignTest
class LookupPagesTest {

    @LocalServerPort
    int port;
    @Autowired
    Scene scene;
    @Autowired
    EvidenceTrail trail;
    @Autowired
    PlaybookLibrary library;

    @Test
    void aRunIsFoundByItsTargetIncidentAndId() throws Exception {
        Scene.Started started = scene.containedHost();
        FormBrowser eli = scene.as("eli", port);
        String link = "/runs/" + started.run();
        for (String query : List.of("target=" + started.target(), "incident=" + started.incident(), "q=" + started.target(), "q=" + started.incident(),
                "target=" + started.target() + "&outcome=CONFIRMED&agent=road-1&action=isolate-host&playbook=isolate-infected-host&from=2020-01-01&to=2100-01-01")) {
            assertThat(eli.open("/history?" + query).body()).as(query).contains(link).contains("<strong>1</strong>");
        }
        assertThat(eli.open("/history?q=" + started.run()).path()).isEqualTo(link);
        assertThat(eli.open("/history.csv?target=" + started.target()).body()).contains(started.run().value());
        assertThat(eli.open("/history?incident=nonsense").body()).contains("No run was found", "nonsense");
    }

    @Test
    void theReportReadsFromAdviceToWhatWasFoundAndEverySentenceOpensItsRecord() throws Exception {
        Scene.Started started = scene.containedHost();
        FormBrowser eli = scene.as("eli", port).open("/runs/" + started.run());
        assertThat(eli.body()).containsSubsequence("In short", "Recommendation", "Digest of its inputs", "Decision", "Inputs", "Rules that matched", "Approvals",
                "What happened", "The targets: before, expected, found", "Step by step in the drawing", "Everything on the record");
        long number = trail.ofPlaybookRun(started.run()).stream().filter(row -> row.kind() == EvidenceKind.ACTION_ASSESSED).findFirst().orElseThrow().number();
        assertThat(eli.body()).contains("/records/" + number);
        assertThat(eli.open("/records/" + number).body()).contains("action assessed", "AUTONOMOUS", started.target());
    }

    @Test
    void aRecordOfNoIncidentIsForAuditorsAndAdministrators() throws Exception {
        FormBrowser ana = scene.as("ana", port);
        long signIn = trail.search(new EvidenceQuery(EvidenceKind.SIGN_IN, "ana", null, null, null, null, null, null), 1).get(0).number();
        assertThat(ana.open("/records/" + signIn).status()).isEqualTo(404);
        assertThat(scene.as("eli", port).open("/records/" + signIn).body()).contains("sign in");
        assertThat(ana.open("/records/999999999999").status()).isEqualTo(404);
    }

    @Test
    void playbooksDecisionsAndActionsAreReadable() throws Exception {
        FormBrowser dora = scene.as("dora", port);
        assertThat(dora.open("/playbooks").body()).contains("/playbooks/isolate-infected-host");
        assertThat(dora.open("/playbooks/isolate-infected-host").body()).contains("What it may do at most", "RT-31", "the team that owns the target", "DUAL");
        assertThat(dora.open("/playbooks/no-such").status()).isEqualTo(404);
        assertThat(dora.open("/policy").body()).contains("Who must agree?");
        String risk = library.decisions().stream().filter(decision -> decision.key().equals("risk-tier")).findFirst().orElseThrow().definition();
        assertThat(dora.open("/policy/" + risk).body()).containsSubsequence("What the analysis says", "No gaps, no rule that never decides, and no lower gate at more risk.").doesNotContain("Declared: a lower gate");
        assertThat(dora.open("/actions").body()).contains("isolate-host", "D3-NI", "contain device");
    }

    @Test
    void theInboxTellsWhatWasDoneWithoutAsking() throws Exception {
        Scene.Started started = scene.containedHost();
        assertThat(scene.as("ana", port).open("/inbox").body()).containsSubsequence("Done without approval", started.target());
    }
}
