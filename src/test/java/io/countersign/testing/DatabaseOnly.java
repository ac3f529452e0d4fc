package io.countersign.testing;

import javax.sql.DataSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Lends the data source of the tests, which outlives every context, and the clock. */
class DatabaseOnly implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean("dataSource", DataSource.class, TestDatabase::dataSource, definition -> definition.setDestroyMethodName(""));
        context.registerBean(MovableClock.class, definition -> definition.setPrimary(true));
    }
}
