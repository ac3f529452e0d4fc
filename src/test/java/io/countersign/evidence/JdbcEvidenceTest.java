package io.countersign.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.testing.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcEvidenceTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static AnnotationConfigApplicationContext context;
    private static EvidenceLog log;
    private static EvidenceTrail trail;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void start() {
        context = new AnnotationConfigApplicationContext(Wiring.class);
        log = context.getBean(EvidenceLog.class);
        trail = context.getBean(EvidenceTrail.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void whatIsAppendedIsReadBackWhole() {
        ActionRunId action = new ActionRunId(UUID.randomUUID());
        append(EvidenceEntry.of(EvidenceKind.ACTION_OUTCOME, Actor.agent("responder-1", "olga")).about(new IncidentId(1100011))
                .in(new PlaybookRunId("evidence-test-run")).of(action).digest("a".repeat(64)).with("outcome", "SUCCEEDED")
                .with("inputs", Map.of("confidence", 0.8, "rules", List.of("r1", "r2"))));
        EvidenceRow row = trail.ofPlaybookRun(new PlaybookRunId("evidence-test-run")).get(0);
        assertThat(row.at()).isEqualTo(NOON);
        assertThat(row.kind()).isEqualTo(EvidenceKind.ACTION_OUTCOME);
        assertThat(row.actor()).isEqualTo(Actor.agent("responder-1", "olga"));
        assertThat(row.incident()).isEqualTo("INC-1100011");
        assertThat(row.actionRun()).isEqualTo(action.toString());
        assertThat(row.digest()).isEqualTo("a".repeat(64));
        assertThat(row.facts()).containsEntry("inputs", Map.of("confidence", 0.8, "rules", List.of("r1", "r2")));
    }

    @Test
    void evidenceWithoutATransactionIsRefused() {
        assertThatThrownBy(() -> log.append(EvidenceEntry.of(EvidenceKind.SIGN_IN, Actor.person("ana"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void evidenceOfAChangeThatIsRolledBackIsGoneWithIt() {
        transaction.executeWithoutResult(status -> {
            log.append(EvidenceEntry.of(EvidenceKind.SIGN_IN, Actor.person("nobody-committed-this")));
            status.setRollbackOnly();
        });
        assertThat(search(new EvidenceQuery(null, "nobody-committed-this", null, null, null, null, null, null))).isEmpty();
    }

    @Test
    void noRowCanBeChangedRemovedOrTruncatedNotEvenByTheOwnerOfTheSchema() {
        append(EvidenceEntry.of(EvidenceKind.SIGN_IN, Actor.person("ana")));
        JdbcClient owner = JdbcClient.create(TestDatabase.ownerDataSource());
        for (String change : List.of("update evidence set actor = 'eve'", "delete from evidence", "truncate evidence")) {
            assertThatThrownBy(() -> owner.sql(change).update()).isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("Rows of evidence are kept for ever");
        }
    }

    @Test
    void textThatADatabaseCannotKeepIsReplacedNotRefused() {
        append(EvidenceEntry.of(EvidenceKind.ALERT_RECEIVED, Actor.source("nul")).with("title", "a\0b\ud800c").with("emoji", "\ud83d\ude00"));
        assertThat(search(new EvidenceQuery(null, "nul", null, null, null, null, null, null)).get(0).facts())
                .containsEntry("title", "a\ufffdb\ufffdc").containsEntry("emoji", "\ud83d\ude00");
    }

    @Test
    void factsThatAreTooLongAreCutAndSaySo() {
        append(EvidenceEntry.of(EvidenceKind.RECOMMENDATION_REFUSED, Actor.system("long")).with("output", "x".repeat(200_000)).with("why", "too long"));
        Map<String, Object> facts = search(new EvidenceQuery(null, "long", null, null, null, null, null, null)).get(0).facts();
        assertThat(facts).containsEntry("why", "too long").containsEntry("output", "[cut: 200008 characters]");
        assertThat(facts.get(FactsJson.CUT)).asString().contains("were cut");
    }

    @Test
    void manyShortFactsAreCutToo() {
        EvidenceEntry entry = EvidenceEntry.of(EvidenceKind.DIRECTORY_CHANGED, Actor.system("many"));
        Map<String, Object> many = new java.util.HashMap<>();
        for (int i = 0; i < 9_000; i++) {
            many.put("fact" + i, "value" + i);
        }
        append(new EvidenceEntry(entry.kind(), entry.actor(), null, null, null, null, many));
        Map<String, Object> facts = search(new EvidenceQuery(null, "many", null, null, null, null, null, null)).get(0).facts();
        assertThat(facts).containsKey(FactsJson.CUT).hasSizeLessThan(9_000);
    }

    @Test
    void aNumberThatADoubleWouldRoundIsKeptAsText() {
        append(EvidenceEntry.of(EvidenceKind.DIRECTORY_CHANGED, Actor.system("numbers")).with("big", 9007199254740993L).with("small", 7));
        assertThat(search(new EvidenceQuery(null, "numbers", null, null, null, null, null, null)).get(0).facts())
                .containsEntry("big", "9007199254740993").containsEntry("small", 7);
    }

    @Test
    void aSearchCombinesItsCriteriaNewestFirst() {
        IncidentId incident = new IncidentId(1100077);
        append(EvidenceEntry.of(EvidenceKind.LEASE_STARTED, Actor.system("leases")).about(incident).with("target", "ws\\7 100%_\"x\""));
        append(EvidenceEntry.of(EvidenceKind.LEASE_KEPT, Actor.person("ana")).about(incident));
        assertThat(search(new EvidenceQuery(null, null, null, incident, NOON, NOON.plusSeconds(1), null, null)))
                .extracting(EvidenceRow::kind).containsExactly(EvidenceKind.LEASE_KEPT, EvidenceKind.LEASE_STARTED);
        assertThat(search(new EvidenceQuery(EvidenceKind.LEASE_KEPT, "ana", "ana", incident, null, null, null, null))).hasSize(1);
        assertThat(search(new EvidenceQuery(null, null, null, incident, null, NOON, null, null))).isEmpty();
        assertThat(search(new EvidenceQuery(null, null, null, incident, null, null, "WS\\7 100%_\"X", null))).hasSize(1);
        assertThat(search(new EvidenceQuery(null, null, null, incident, null, null, "100__", null))).isEmpty();
        long newest = trail.ofIncident(incident).get(1).number();
        assertThat(search(new EvidenceQuery(null, null, null, incident, null, null, null, newest))).hasSize(1);
    }

    @Test
    void aSearchForTooManyRowsIsRefused() {
        EvidenceQuery all = new EvidenceQuery(null, null, null, null, null, null, null, null);
        assertThatThrownBy(() -> trail.search(all, 1001)).hasMessageContaining("1 to 1000");
    }

    private static void append(EvidenceEntry entry) {
        transaction.executeWithoutResult(status -> log.append(entry));
    }

    private static List<EvidenceRow> search(EvidenceQuery query) {
        return trail.search(query, 100);
    }

    @EnableTransactionManagement
    @Import({JdbcEvidenceLog.class, EvidenceRows.class, EvidenceAtCommit.class, JdbcEvidenceTrail.class, FactsJson.class, EvidenceRowMapper.class})
    static class Wiring {

        @Bean(destroyMethod = "")
        DataSource database() {
            return TestDatabase.dataSource();
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new DataSourceTransactionManager(database);
        }

        @Bean
        JdbcClient jdbc(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        ObjectMapper json() {
            return new ObjectMapper();
        }

        @Bean
        InstantSource clock() {
            return InstantSource.fixed(NOON);
        }
    }
}
