package io.countersign.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of one module's beans on {@link TestDatabase}: entities, repositories, {@code JdbcClient}, transactions and the
 * clock, but no engine and no web. Name the beans under test with {@code @Import} and their settings with
 * {@code @EnableConfigurationProperties}. Each test method is rolled back; one that needs real commits is annotated
 * {@code @Transactional(propagation = Propagation.NOT_SUPPORTED)}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@DataJpaTest(showSql = false)
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@ContextConfiguration(initializers = DatabaseOnly.class)
@ExtendWith(ResetClock.class)
public @interface DatabaseTest {
}
