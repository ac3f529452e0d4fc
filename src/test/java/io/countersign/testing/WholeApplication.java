package io.countersign.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Points an application at the database and the clock of the tests. */
class WholeApplication implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        TestPropertyValues.of(TestDatabase.properties()).and("countersign.home=" + TestDatabase.home()).applyTo(context);
        context.registerBean(MovableClock.class, definition -> definition.setPrimary(true));
    }
}
