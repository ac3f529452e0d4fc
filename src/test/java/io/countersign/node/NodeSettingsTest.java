package io.countersign.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class NodeSettingsTest {

    private final ApplicationContextRunner node = new ApplicationContextRunner().withUserConfiguration(Wiring.class, Pump.class)
            .withInitializer(new ConfigDataApplicationContextInitializer());

    @Test
    void aNodeDoesEverythingUnlessItIsTold() {
        node.run(context -> {
            assertThat(context).hasSingleBean(Pump.class);
            assertThat(context.getBean(NodeSettings.class)).isEqualTo(new NodeSettings(true, true));
            assertThat(context.getEnvironment().getProperty("camunda.bpm.job-execution.enabled", Boolean.class)).isTrue();
        });
    }

    @Test
    void withoutWorkNothingIsLookedForAndNoTimerFires() {
        node.withPropertyValues("countersign.node.work=false").run(context -> {
            assertThat(context).doesNotHaveBean(Pump.class);
            assertThat(context.getEnvironment().getProperty("camunda.bpm.job-execution.enabled", Boolean.class)).isFalse();
        });
    }

    @Test
    void aNodeThatWouldDoNothingDoesNotStart() {
        node.withPropertyValues("countersign.node.work=false", "countersign.node.pages=false").run(context -> assertThat(context).getFailure().rootCause()
                .hasMessageContaining("countersign.node.pages").hasMessageContaining("would do nothing"));
    }

    @Test
    void whateverPumpsIsThereOnlyWhereWorkIsCarriedOut() {
        ArchRuleDefinition.classes().that().haveSimpleNameEndingWith("Pump").should().beAnnotatedWith(CarriesOutWork.class)
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.countersign"));
    }

    @CarriesOutWork
    static class Pump {
    }

    @EnableConfigurationProperties(NodeSettings.class)
    static class Wiring {
    }
}
