package io.countersign.datastore;

import java.sql.SQLException;
import java.time.Duration;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.aop.Advisor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.retry.interceptor.RetryOperationsInterceptor;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts the retries of {@link TriedAgain} around the transaction, not into it. */
@Configuration(proxyBeanMethods = false)
class ConflictRetries {

    /** Class of PostgreSQL's codes for a deadlock and for a failed serialization. */
    private static final String TRANSACTION_ROLLBACK = "40";

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor triedAgain() {
        ComposablePointcut where = new ComposablePointcut(AnnotationMatchingPointcut.forClassAnnotation(TriedAgain.class))
                .union((Pointcut) AnnotationMatchingPointcut.forMethodAnnotation(TriedAgain.class));
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(where, new OutermostOnly(conflicts()));
        advisor.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return advisor;
    }

    private static MethodInterceptor conflicts() {
        RetryOperationsInterceptor interceptor = new RetryOperationsInterceptor();
        interceptor.setRetryOperations(RetryTemplate.builder().maxAttempts(6)
                .exponentialBackoff(Duration.ofMillis(20), 2, Duration.ofMillis(500), true)
                .retryOn(ConflictRetries::conflict).build());
        return interceptor;
    }

    /** A row that another changed, or of two that waited for each other the one that PostgreSQL gave up. */
    private static boolean conflict(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyFailureException || cause instanceof OptimisticLockingException
                    || cause instanceof SQLException sql && String.valueOf(sql.getSQLState()).startsWith(TRANSACTION_ROLLBACK)) {
                return true;
            }
        }
        return false;
    }

    private record OutermostOnly(MethodInterceptor retries) implements MethodInterceptor {

        @Override
        public Object invoke(MethodInvocation invocation) throws Throwable {
            return TransactionSynchronizationManager.isActualTransactionActive() ? invocation.proceed() : retries.invoke(invocation);
        }
    }
}
