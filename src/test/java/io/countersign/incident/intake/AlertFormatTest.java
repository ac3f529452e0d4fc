package io.countersign.incident.intake;

import static io.countersign.incident.ObservableKind.ACCOUNT;
import static io.countersign.incident.ObservableKind.ADDRESS;
import static io.countersign.incident.ObservableKind.AGENT;
import static io.countersign.incident.ObservableKind.API_KEY;
import static io.countersign.incident.ObservableKind.APPLICATION;
import static io.countersign.incident.ObservableKind.BUCKET;
import static io.countersign.incident.ObservableKind.CLOUD_PRINCIPAL;
import static io.countersign.incident.ObservableKind.DOMAIN;
import static io.countersign.incident.ObservableKind.EMAIL_ADDRESS;
import static io.countersign.incident.ObservableKind.FILE_HASH;
import static io.countersign.incident.ObservableKind.HOST;
import static io.countersign.incident.ObservableKind.MESSAGE;
import static io.countersign.incident.ObservableKind.PROCESS;
import static io.countersign.incident.ObservableKind.RESOURCE;
import static io.countersign.incident.ObservableKind.SENDER;
import static io.countersign.incident.ObservableKind.URL;
import static io.countersign.incident.intake.Joins.ALWAYS;
import static io.countersign.incident.intake.Joins.NEVER;
import static io.countersign.incident.intake.Joins.WHEN_OUTBOUND;
import static io.countersign.incident.intake.Reading.fixture;
import static io.countersign.incident.intake.Reading.mention;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.incident.Severity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertFormatTest {

    @Test
    void suricataBeaconNamesTheHostAndWhatItSpokeTo() {
        NormalizedAlert alert = Reading.all("suricata-eve", fixture("suricata-c2-beacon.json")).get(0);
        assertThat(alert.title()).isEqualTo("ET MALWARE Cobalt Strike Beacon Activity");
        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.techniques()).containsExactly("T1071");
        assertThat(alert.observedAt()).isEqualTo(Instant.parse("2026-03-14T08:26:53.589793Z"));
        assertThat(alert.mentions()).containsExactly(mention(ADDRESS, "10.20.4.17", ALWAYS), mention(ADDRESS, "203.0.113.66", WHEN_OUTBOUND),
                mention(DOMAIN, "cdn-update.example.net", WHEN_OUTBOUND));
    }

    @Test
    void suricataDownloadCarriesCanonicalAddressesUrlAndHashes() {
        NormalizedAlert alert = Reading.all("suricata-eve", fixture("suricata-payload-download.json")).get(0);
        assertThat(alert.severity()).isEqualTo(Severity.LOW);
        assertThat(alert.mentions()).contains(mention(ADDRESS, "2001:db8::66", ALWAYS), mention(ADDRESS, "fd12:3456:789a:1::17", WHEN_OUTBOUND),
                mention(URL, "http://files.example.net/stage/2.bin", WHEN_OUTBOUND),
                mention(FILE_HASH, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", ALWAYS),
                mention(FILE_HASH, "d41d8cd98f00b204e9800998ecf8427e", NEVER));
    }

    @Test
    void theSameSuricataEventHasTheSameIdAndAnotherFlowAnotherOne() {
        String event = new String(fixture("suricata-c2-beacon.json"));
        String reordered = event.replace("\"in_iface\": \"ens5\",", "");
        assertThat(Reading.one("suricata-eve", reordered).externalId()).isEqualTo(Reading.one("suricata-eve", event).externalId());
        assertThat(Reading.one("suricata-eve", event.replace("1374284018927351", "7")).externalId())
                .isNotEqualTo(Reading.one("suricata-eve", event).externalId());
    }

    @Test
    void elasticAlertIsReadNestedWithinASearchHit() {
        NormalizedAlert alert = Reading.all("elastic-security", fixture("elastic-credential-dumping.json")).get(0);
        assertThat(alert.externalId()).isEqualTo("6b4c1f4b5d0f4d2b");
        assertThat(alert.title()).isEqualTo("LSASS Memory Dump Creation");
        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.techniques()).containsExactly("T1003", "T1003.001");
        assertThat(alert.observedAt()).isEqualTo(Instant.parse("2026-03-14T09:58:41.120Z"));
        assertThat(alert.mentions()).contains(mention(HOST, "fin-ws-014.corp.example", ALWAYS), mention(ACCOUNT, "corp\\j.doe", ALWAYS),
                mention(ADDRESS, "10.20.4.17", ALWAYS), mention(ADDRESS, "fe80::1ff:fe23:4567:890a", NEVER),
                mention(ADDRESS, "198.51.100.23", WHEN_OUTBOUND), mention(PROCESS, "C:\\Tools\\procdump64.exe", NEVER),
                mention(FILE_HASH, "05732e84de58a3cc142535431b3aa04efbe034cc96e837f93c360a6387d8faad", ALWAYS));
    }

    @Test
    void graphAlertIsReadFromItsEvidence() {
        NormalizedAlert alert = Reading.all("microsoft-graph", fixture("graph-credential-theft.json")).get(0);
        assertThat(alert.caseKey()).isEqualTo("microsoft-incident/28282");
        assertThat(alert.techniques()).containsExactly("T1003.001", "T1078");
        assertThat(alert.mentions()).contains(mention(HOST, "fin-ws-014.corp.example", ALWAYS), mention(ACCOUNT, "corp\\j.doe", ALWAYS),
                mention(ACCOUNT, "j.doe@corp.example", ALWAYS), mention(PROCESS, "mimikatz.exe", NEVER),
                mention(FILE_HASH, "61c0810a23580cf492a6ba4f7654566108331e7a4134c968c2d6a05261b2d8a1", ALWAYS),
                mention(ADDRESS, "203.0.113.66", ALWAYS), mention(URL, "https://login.example.net/o/?u=1", ALWAYS),
                mention(DOMAIN, "login.example.net", ALWAYS), mention(EMAIL_ADDRESS, "it-support@example.net", ALWAYS),
                mention(ADDRESS, "198.51.100.7", ALWAYS));
    }

    @Test
    void rowsOfOneDefenderAlertShareItsCaseAndAreAlertsOfTheirOwn() {
        List<NormalizedAlert> rows = Reading.all("microsoft-defender-xdr", fixture("xdr-ransomware.ndjson"));
        assertThat(rows).extracting(NormalizedAlert::caseKey).containsOnly("microsoft-alert/ra637000000000000000_1");
        assertThat(rows).extracting(NormalizedAlert::externalId).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> assertThat(row.severity()).isEqualTo(Severity.HIGH));
        assertThat(rows.get(0).techniques()).containsExactly("T1486");
        assertThat(rows.get(1).mentions()).containsExactly(mention(HOST, "file-srv-02.corp.example", ALWAYS));
        assertThat(rows.get(3).mentions()).containsExactly(mention(ACCOUNT, "corp\\svc-backup", ALWAYS));
    }

    @Test
    void ocsfFindingIsReadFromEvidencesResourcesAndObservables() {
        NormalizedAlert alert = Reading.all("ocsf", fixture("ocsf-ransomware.json")).get(0);
        assertThat(alert.externalId()).isEqualTo("f-7781");
        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.techniques()).containsExactly("T1486");
        assertThat(alert.observedAt()).isEqualTo(Instant.ofEpochMilli(1773486050000L));
        assertThat(alert.mentions()).contains(mention(HOST, "file-srv-02", ALWAYS), mention(ACCOUNT, "corp\\svc-backup", ALWAYS),
                mention(ADDRESS, "10.20.8.2", ALWAYS), mention(ADDRESS, "203.0.113.99", ALWAYS), mention(DOMAIN, "keys.example.org", WHEN_OUTBOUND),
                mention(FILE_HASH, "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae", ALWAYS),
                mention(RESOURCE, "arn:aws:ec2:eu-central-1:123456789012:instance/i-0abc", ALWAYS));
    }

    @Test
    void genericAlertIsReadAsItsSchemaSays() {
        NormalizedAlert alert = Reading.all("generic", fixture("generic-c2.json")).get(0);
        assertThat(alert.externalId()).isEqualTo("ids-2026-000417");
        assertThat(alert.severity()).isEqualTo(Severity.HIGH);
        assertThat(alert.mentions()).containsExactlyInAnyOrder(mention(HOST, "fin-ws-014.corp.example", ALWAYS),
                mention(ACCOUNT, "corp\\j.doe", ALWAYS), mention(ADDRESS, "203.0.113.66", ALWAYS), mention(ADDRESS, "192.0.2.10", NEVER),
                mention(URL, "https://cdn-update.example.net/a+b?x=%7C1", ALWAYS), mention(DOMAIN, "cdn-update.example.net", ALWAYS),
                mention(FILE_HASH, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", ALWAYS));
    }

    @Test
    void everyExampleOfTheGenericSchemaIsAccepted() throws Exception {
        var examples = new com.fasterxml.jackson.databind.ObjectMapper().readTree(fixture("generic-alert.schema.json")).path("examples");
        assertThat(examples).isNotEmpty().allSatisfy(example ->
                assertThat(Reading.one("generic", example.toString()).mentions()).hasSizeGreaterThanOrEqualTo(example.path("observables").size()));
    }

    @Test
    void mailsKeysBucketsAndAgentsAreReadByTheirIds() {
        NormalizedAlert alert = Reading.one("generic", """
                {"title": "t", "severity": "high", "observables": [{"kind": "message", "value": "<4c1b7f0e@mail.example.net>"},
                 {"kind": "sender", "value": "Payroll@Corp-Example.net"}, {"kind": "api-key", "value": "AKIAIOSFODNN7EXAMPLE"},
                 {"kind": "cloud-principal", "value": "arn:aws:iam::111122223333:user/Deploy"}, {"kind": "application", "value": "3f2e"},
                 {"kind": "bucket", "value": "arn:aws:s3:::corp-reports/2026"}, {"kind": "agent", "value": "Mail-Guard"}]}""");
        assertThat(alert.mentions()).containsExactlyInAnyOrder(mention(MESSAGE, "4c1b7f0e@mail.example.net", ALWAYS),
                mention(SENDER, "payroll@corp-example.net", ALWAYS), mention(EMAIL_ADDRESS, "payroll@corp-example.net", ALWAYS),
                mention(API_KEY, "AKIAIOSFODNN7EXAMPLE", ALWAYS), mention(CLOUD_PRINCIPAL, "arn:aws:iam::111122223333:user/Deploy", ALWAYS),
                mention(APPLICATION, "3f2e", ALWAYS), mention(BUCKET, "corp-reports", ALWAYS), mention(AGENT, "mail-guard", ALWAYS));
    }

    @Test
    void aSecretInThePlaceOfAKeysIdIsNotTaken() {
        for (String secret : List.of("ghp_0123456789abcdef", "github_pat_11AA", "sk-proj-1", "xoxb-1-2", "-----BEGIN PRIVATE KEY-----", "two words")) {
            assertThat(Reading.one("generic", """
                    {"title": "t", "severity": "high", "observables": [{"kind": "api-key", "value": "%s"}]}""".formatted(secret)).mentions()).as(secret).isEmpty();
        }
    }

    @Test
    void anOcsfUidThatWasTakenOutIsNoId() {
        String finding = """
                {"class_uid":2004,"finding_info":{"uid":"<finding_uid>","title":"%s"},"resources":[{"uid":"<resource_uid>"}]}""";
        assertThat(Reading.one("ocsf", finding.formatted("a")).externalId()).startsWith("sha256:")
                .isNotEqualTo(Reading.one("ocsf", finding.formatted("b")).externalId());
        assertThat(Reading.one("ocsf", finding.formatted("a")).mentions()).containsExactly(mention(RESOURCE, "<resource_uid>", NEVER));
    }

    @Test
    void wellKnownAccountsAndProcessesJoinNothing() {
        NormalizedAlert alert = Reading.one("elastic-security", """
                {"kibana.alert.rule.name":"x","kibana.alert.uuid":"1","user.name":"SYSTEM","user.domain":"NT AUTHORITY","process.name":"svchost.exe","host.ip":"127.0.0.1"}""");
        assertThat(alert.mentions()).hasSize(3).allSatisfy(mention -> assertThat(mention.joins()).isEqualTo(NEVER));
    }
}
