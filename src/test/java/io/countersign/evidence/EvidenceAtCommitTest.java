package io.countersign.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.testing.CountersignTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What one transaction states is written by its commit: all of it, whenever it was stated, or the change does not happen either. */
@CountersignTest
class EvidenceAtCommitTest {

    @Autowired
    EvidenceLog log;
    @Autowired
    EvidenceTrail trail;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PlatformTransactionManager transactions;

    private final PlaybookRunId run = new PlaybookRunId("at-commit-" + UUID.randomUUID());

    @Test
    void theEntriesOfATransactionAreWrittenInTheOrderOfTheirStatements() {
        committed(() -> List.of("one", "two", "three").forEach(this::state));
        assertThat(words()).containsExactly("one", "two", "three");
    }

    @Test
    void nothingIsWrittenBeforeTheCommitAndNothingByARollback() {
        committed(() -> {
            state("withdrawn");
            assertThat(count()).isZero();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    assertThat(count()).isZero();
                }
            });
        });
        assertThat(count()).isOne();
        assertThatThrownBy(() -> committed(() -> {
            state("lost");
            throw new IllegalStateException("rolled back");
        })).hasMessage("rolled back");
        assertThat(words()).containsExactly("withdrawn");
    }

    @Test
    void whatIsStatedWhileTheTransactionIsEndingIsWrittenAsWell() {
        committed(() -> {
            state("in time");
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    state("before commit");
                }

                @Override
                public void beforeCompletion() {
                    state("before completion");
                }
            });
        });
        assertThat(words()).containsExactly("in time", "before commit", "before completion");
    }

    @Test
    void aTransactionWithinAnotherWritesItsOwnEntriesOnly() {
        committed(() -> {
            state("outer");
            committed(() -> state("inner"));
            assertThat(count()).isOne();
        });
        assertThat(words()).containsExactly("inner", "outer");
    }

    @Test
    void whoReadsTheRecordWithinTheTransactionSeesWhatItStated() {
        committed(() -> {
            state("seen");
            assertThat(words()).containsExactly("seen");
            state("later");
        });
        assertThat(words()).containsExactly("seen", "later");
    }

    @Test
    void aRecordThatCannotBeWrittenTakesTheChangeWithIt() {
        assertThatThrownBy(() -> committed(() -> {
            state("good");
            log.append(EvidenceEntry.of(EvidenceKind.ACTION_OUTCOME, Actor.system("test")).in(run).digest("not a digest"));
        })).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(count()).isZero();
    }

    private void committed(Runnable work) {
        new TransactionTemplate(transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW))
                .executeWithoutResult(status -> work.run());
    }

    private void state(String word) {
        log.append(EvidenceEntry.of(EvidenceKind.ACTION_OUTCOME, Actor.system("test")).in(run).with("word", word));
    }

    private List<String> words() {
        return trail.ofPlaybookRun(run).stream().map(row -> String.valueOf(row.facts().get("word"))).toList();
    }

    private long count() {
        return jdbc.sql("select count(*) from evidence where playbook_run = ?").param(run.value()).query(Long.class).single();
    }
}
