package io.countersign.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.countersign.architecture.canary.rules.Canaries;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product keeps every rule; and each rule names the canary that breaks it. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.countersign");

    static Set<String> rules() {
        return new TreeSet<>(Rules.ALL.keySet());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProductKeepsTheRule(String rule) {
        Rules.ALL.get(rule).check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleNamesItsCanary(String rule) {
        Class<?> canary = Canaries.BY_RULE.get(rule);
        JavaClasses broken = new ClassFileImporter().importClasses(canary);
        assertThatThrownBy(() -> Rules.ALL.get(rule).check(broken)).isInstanceOf(AssertionError.class).hasMessageContaining(canary.getSimpleName());
    }

    @Test
    void noCanaryIsWithoutARule() {
        org.assertj.core.api.Assertions.assertThat(Canaries.BY_RULE.keySet()).isEqualTo(Rules.ALL.keySet());
    }
}
