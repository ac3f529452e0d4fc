package io.countersign.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.Catalogues;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes come, there is a verdict, soon, and nothing outside the bytes is ever looked at. */
class HostileFilesTest {

    private static final long SEED = Long.getLong("countersign.test.seed", 20261128L);
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String OPEN = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" "
            + "targetNamespace=\"t\">";
    private static final AuthorityProof PROOF = new AuthorityProof(Catalogues.shipped());

    private static Proof prove(byte[] bytes) {
        Proof proof = PROOF.prove(GeneratedPlaybook.withShippedDecisionsAndForms(Map.of("x.bpmn", bytes)), "x.bpmn");
        assertThat(proof.took()).isLessThan(Duration.ofMinutes(2));
        return proof;
    }

    private static Proof prove(String text) {
        return prove(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] shipped() throws IOException {
        return Files.readAllBytes(Path.of("bpmn", "block-malicious-address.bpmn"));
    }

    @Test
    void damagedFilesGetAVerdict() throws IOException {
        Random random = new Random(SEED);
        byte[] whole = shipped();
        for (int i = 0; i < 120; i++) {
            byte[] damaged = whole.clone();
            for (int hit = random.nextInt(20); hit >= 0; hit--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            prove(i % 3 == 0 ? java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged);
        }
    }

    @Test
    void exchangedWordsGetAVerdict() throws IOException {
        Random random = new Random(SEED);
        String[] words = new String(shipped(), StandardCharsets.UTF_8).split("(?<=[\"<> ])");
        for (int i = 0; i < 60; i++) {
            String[] mixed = words.clone();
            for (int swap = 0; swap < 3; swap++) {
                int one = random.nextInt(mixed.length);
                int other = random.nextInt(mixed.length);
                String kept = mixed[one];
                mixed[one] = mixed[other];
                mixed[other] = kept;
            }
            prove(String.join("", mixed));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void entitiesAreRefusedUnread(String charset, @TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the-secret");
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(50);
            String text = "<?xml version=\"1.0\" encoding=\"" + charset.replaceAll("(LE|BE)$", "") + "\"?><!DOCTYPE d [<!ENTITY a SYSTEM \"" + secret.toUri() + "\">"
                    + "<!ENTITY % b SYSTEM \"http://127.0.0.1:" + listener.getLocalPort() + "/\">%b;]>" + OPEN + "<process id=\"p\" isExecutable=\"true\" name=\"&a;\"/></definitions>";
            Proof proof = prove(text.getBytes(Charset.forName(charset)));
            assertThat(proof.findings()).singleElement().satisfies(finding -> assertThat(finding.rule()).isEqualTo(Rule.READ))
                    .satisfies(finding -> assertThat(finding.message()).doesNotContain("the-secret"));
            org.assertj.core.api.Assertions.assertThatThrownBy(listener::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void anEntityBombIsRefused() {
        StringBuilder bomb = new StringBuilder(HEAD + "<!DOCTYPE d [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY e").append(i).append(" \"&e").append(i - 1).append(";&e").append(i - 1).append(";\">");
        }
        assertThat(prove(bomb + "]>" + OPEN + "<process id=\"p\" name=\"&e39;\"/></definitions>").findings()).extracting(Finding::rule).containsExactly(Rule.READ);
    }

    @Test
    void deepNestingIsRefused() {
        String open = "<subProcess id=\"s%d\">";
        StringBuilder deep = new StringBuilder(HEAD + OPEN + "<process id=\"p\" isExecutable=\"true\">");
        for (int i = 0; i < 10_000; i++) {
            deep.append(open.formatted(i));
        }
        deep.append("</subProcess>".repeat(10_000)).append("</process></definitions>");
        assertRefusedAsNested(prove(deep.toString()));
    }

    private static void assertRefusedAsNested(Proof proof) {
        assertThat(proof.findings()).singleElement().satisfies(finding -> assertThat(finding.rule()).isEqualTo(Rule.READ))
                .satisfies(finding -> assertThat(finding.message()).contains("nested more than 100 deep"));
    }

    @Test
    void deepExtensionsAreRefused() {
        String deep = HEAD + OPEN + "<process id=\"p\" isExecutable=\"true\"><extensionElements>" + "<camunda:x>".repeat(20_000) + "</camunda:x>".repeat(20_000)
                + "</extensionElements></process></definitions>";
        assertRefusedAsNested(prove(deep));
    }

    @Test
    void aHugeFileIsRefusedBeforeItIsRead() {
        assertThat(prove(new byte[PlaybookFiles.LARGEST + 1]).findings()).singleElement().satisfies(finding -> assertThat(finding.rule()).isEqualTo(Rule.READ));
    }

    @Test
    void aHugeAttributeGetsAVerdict() {
        assertThat(prove(HEAD + OPEN + "<process id=\"p\" isExecutable=\"true\" name=\"" + "x".repeat(2_000_000) + "\"/></definitions>").holds()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "<process id=\"a\" isExecutable=\"true\"><startEvent id=\"s\"/></process><process id=\"b\" isExecutable=\"true\"><startEvent id=\"t\"/></process>",
        "<process id=\"a\" isExecutable=\"false\"><startEvent id=\"s\"/></process>",
        "<collaboration id=\"c\"><participant id=\"one\" processRef=\"a\"/></collaboration><process id=\"a\" isExecutable=\"true\"/>",
        "<process id=\"a\" isExecutable=\"true\"><startEvent id=\"s\"/><complexGateway id=\"g\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"g\"/></process>",
        "<process id=\"a\" isExecutable=\"true\"><startEvent id=\"s\"/><scriptTask id=\"g\"><script>1</script></scriptTask><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"g\"/></process>",
        "<process id=\"a\" isExecutable=\"true\"><startEvent id=\"s\"/><callActivity id=\"g\" calledElement=\"a\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"g\"/></process>",
        "<signal id=\"x\" name=\"x\"/><process id=\"a\" isExecutable=\"true\"><startEvent id=\"s\"><signalEventDefinition id=\"d\" signalRef=\"x\"/></startEvent></process>",
        "<process id=\"a\" isExecutable=\"true\"><adHocSubProcess id=\"h\"><task id=\"t\"/></adHocSubProcess></process>",
        "<process id=\"a\" isExecutable=\"true\"><startEvent id=\"s\"/><exclusiveGateway id=\"g\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"g\"/><sequenceFlow id=\"l\" sourceRef=\"g\" targetRef=\"g\"/></process>"})
    void whatIsNoPlaybookIsRefusedAndSaysWhy(String body) {
        Proof proof = prove(HEAD + OPEN + body + "</definitions>");
        assertThat(proof.holds()).isFalse();
        assertThat(proof.findings()).allSatisfy(finding -> assertThat(finding.message()).isNotBlank());
    }
}
