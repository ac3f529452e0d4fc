package io.countersign.datastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class ConflictRetriesTest {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Wiring.class);
    private final Orders orders = context.getBean(Orders.class);
    private final Transactions transactions = context.getBean(Transactions.class);

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void whatLostARaceIsDoneAgainInATransactionOfItsOwn() {
        losing(new OptimisticLockingException("engine"), new IllegalStateException(new CannotAcquireLockException("deadlock")));
        orders.order();
        assertThat(transactions.seen).containsExactly("begin", "rollback", "begin", "rollback", "begin", "commit");
    }

    @Test
    void theOneThatADeadlockEndedIsDoneAgainWhateverTheEngineMadeOfIt() {
        losing(new ProcessEngineException("engine", new SQLException("deadlock detected", "40P01")));
        orders.order();
        assertThat(transactions.seen).containsExactly("begin", "rollback", "begin", "commit");
    }

    @Test
    void whatKeepsLosingEndsWithTheReason() {
        losing(Stream.generate(() -> new OptimisticLockingException("engine")).limit(9).toArray(RuntimeException[]::new));
        assertThatThrownBy(orders::order).isInstanceOf(OptimisticLockingException.class);
        assertThat(transactions.seen).hasSize(12).endsWith("rollback");
    }

    @Test
    void aRefusalIsNoRace() {
        losing(new IllegalArgumentException("no"));
        assertThatThrownBy(orders::order).isInstanceOf(IllegalArgumentException.class);
        assertThat(transactions.seen).containsExactly("begin", "rollback");
    }

    @Test
    void nothingIsTriedAgainInATransactionThatIsLostAlready() {
        losing(new OptimisticLockingException("engine"));
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(outer -> orders.order())).isInstanceOf(OptimisticLockingException.class);
        assertThat(transactions.seen).containsExactly("begin", "rollback");
    }

    private void losing(RuntimeException... thrown) {
        orders.losing(thrown);
        transactions.seen.clear();
    }

    @TriedAgain
    @Transactional
    static class Orders {

        private Iterator<RuntimeException> losses = List.<RuntimeException>of().iterator();

        void losing(RuntimeException... thrown) {
            losses = List.of(thrown).iterator();
        }

        void order() {
            if (losses.hasNext()) {
                throw losses.next();
            }
        }
    }

    static class Transactions extends AbstractPlatformTransactionManager {

        private final List<String> seen = new ArrayList<>();
        private boolean open;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected boolean isExistingTransaction(Object transaction) {
            return open;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            open = true;
            seen.add("begin");
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            open = false;
            seen.add("commit");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            open = false;
            seen.add("rollback");
        }

        @Override
        protected void doSetRollbackOnly(DefaultTransactionStatus status) {
            status.setRollbackOnly();
        }
    }

    @Configuration
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import(ConflictRetries.class)
    static class Wiring {

        @Bean
        Transactions transactionManager() {
            return new Transactions();
        }

        @Bean
        Orders orders() {
            return new Orders();
        }
    }
}
