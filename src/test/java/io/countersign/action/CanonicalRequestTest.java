package io.countersign.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CanonicalRequestTest {

    private static final UUID ID = UUID.fromString("0b6f3e0c-52a9-4b34-9c3d-3a6c7a1f0e55");

    /** A vector that must never change: approvals and records of the past name it. */
    @Test
    void theBytesAndTheDigestOfAKnownRequestNeverChange() {
        CanonicalRequest canonical = CanonicalRequest.of(request(Map.of("group", "Domain Admins")));
        assertThat(canonical.text()).isEqualTo("""
                {"action":"remove-from-group","activity":"remove-from-group","agent":"responder-1","countersign":1,\
                "id":"0b6f3e0c-52a9-4b34-9c3d-3a6c7a1f0e55","incident":"INC-31","parameters":{"group":"Domain Admins"},\
                "playbook":"contain-compromised-account:1:abc","playbookRun":"run-1","target":{"kind":"ACCOUNT","value":"j.doe"}}""");
        assertThat(canonical.digest().hex()).isEqualTo("134cb351f9e14088de3f3f39463aaa23e208dc834df276cfedbc829abd7c0d38");
    }

    @Test
    void theOrderOfParametersDoesNotMatter() {
        Random random = new Random(31);
        Set<ActionDigest> digests = new HashSet<>();
        List<String> names = new ArrayList<>(List.of("a", "B", "é", "€", "\ud83d\ude00", "\ufb33", "10", "9"));
        for (int round = 0; round < 200; round++) {
            Collections.shuffle(names, random);
            Map<String, String> parameters = new LinkedHashMap<>();
            names.forEach(name -> parameters.put(name, "value of " + name));
            digests.add(CanonicalRequest.of(request(parameters)).digest());
        }
        assertThat(digests).hasSize(1);
    }

    @Test
    void aChangeOfAnyFieldGivesAnotherDigest() {
        Target target = new Target(TargetKind.ACCOUNT, "j.doe");
        IncidentId incident = new IncidentId(31);
        PlaybookRunId run = new PlaybookRunId("run-1");
        List<ActionRequest> requests = List.of(
                request(Map.of()),
                new ActionRequest(UUID.randomUUID(), "remove-from-group", target, Map.of(), incident, run, "contain-compromised-account:1:abc", "remove-from-group", "responder-1"),
                new ActionRequest(ID, "disable-account", target, Map.of(), incident, run, "contain-compromised-account:1:abc", "remove-from-group", "responder-1"),
                new ActionRequest(ID, "remove-from-group", new Target(TargetKind.HOST, "j.doe"), Map.of(), incident, run, "contain-compromised-account:1:abc", "remove-from-group", "responder-1"),
                new ActionRequest(ID, "remove-from-group", new Target(TargetKind.ACCOUNT, "j.roe"), Map.of(), incident, run, "contain-compromised-account:1:abc", "remove-from-group", "responder-1"),
                new ActionRequest(ID, "remove-from-group", target, Map.of("group", "x"), incident, run, "contain-compromised-account:1:abc", "remove-from-group", "responder-1"),
                new ActionRequest(ID, "remove-from-group", target, Map.of("group", "y"), incident, run, "contain-compromised-account:1:abc", "remove-from-group", "responder-1"),
                new ActionRequest(ID, "remove-from-group", target, Map.of(), new IncidentId(32), run, "contain-compromised-account:1:abc", "remove-from-group", "responder-1"),
                new ActionRequest(ID, "remove-from-group", target, Map.of(), incident, new PlaybookRunId("run-2"), "contain-compromised-account:1:abc", "remove-from-group", "responder-1"),
                new ActionRequest(ID, "remove-from-group", target, Map.of(), incident, run, "contain-compromised-account:2:abc", "remove-from-group", "responder-1"),
                new ActionRequest(ID, "remove-from-group", target, Map.of(), incident, run, "contain-compromised-account:1:abc", "disable", "responder-1"),
                new ActionRequest(ID, "remove-from-group", target, Map.of(), incident, run, "contain-compromised-account:1:abc", "remove-from-group", "responder-2"));
        assertThat(requests.stream().map(r -> CanonicalRequest.of(r).digest()).distinct()).hasSize(requests.size());
    }

    @Test
    void noTwoOfManyRandomRequestsShareADigestAndEachHasItsOwnAgain() {
        Random random = new Random(7);
        Set<String> texts = new HashSet<>();
        Set<ActionDigest> digests = new HashSet<>();
        for (int round = 0; round < 500; round++) {
            String value = random.ints(1 + random.nextInt(40), 0x20, 0x2FFF).filter(c -> !Character.isISOControl(c))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            ActionRequest request = request(Map.of("group", value, "quote\"\\" + round, "\u2028"));
            CanonicalRequest canonical = CanonicalRequest.of(request);
            assertThat(CanonicalRequest.of(request)).isEqualTo(canonical);
            texts.add(canonical.text());
            digests.add(canonical.digest());
        }
        assertThat(digests).hasSameSizeAs(texts).hasSize(500);
    }

    /** UTF-8 has no lone surrogate: two such texts would be written with the same bytes. */
    @Test
    void aTextThatUtf8CannotHoldIsRefused() {
        assertThatThrownBy(() -> CanonicalRequest.of(request(Map.of("group", "a\ud800")))).isInstanceOf(IllegalArgumentException.class);
    }

    private static ActionRequest request(Map<String, String> parameters) {
        return new ActionRequest(ID, "remove-from-group", new Target(TargetKind.ACCOUNT, "j.doe"), parameters, new IncidentId(31),
                new PlaybookRunId("run-1"), "contain-compromised-account:1:abc", "remove-from-group", "responder-1");
    }
}
