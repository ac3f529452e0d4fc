package io.countersign.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.CountersignApplication;
import io.countersign.architecture.canary.CanaryModules;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Every package uses only what its {@code package-info} allows; and the check would notice. */
class ModulesTest {

    @Test
    void everyModuleUsesOnlyWhatItIsAllowedTo() {
        ApplicationModules.of(CountersignApplication.class).verify();
    }

    @Test
    void aForbiddenDependencyIsNamed() {
        assertThatThrownBy(() -> ApplicationModules.of(CanaryModules.class, location -> true).verify()).isInstanceOf(Violations.class)
                .hasMessageContaining("ReachesRight").hasMessageContaining("right");
    }
}
