package io.countersign.policy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of policy.
 *
 * @param fallbackTeams    at least two team ids asked where a rule names none, or names too few for two people of two teams
 * @param assessmentsPerAction how often one action of one run may be assessed before it is denied (1 to 20): bounds the way back from a stale approval
 */
@Validated
@ConfigurationProperties("countersign.policy")
public record PolicySettings(@DefaultValue({"soc", "it-operations"}) @Size(min = 2) List<String> fallbackTeams,
                             @DefaultValue("5") @Min(1) @Max(20) int assessmentsPerAction) {
}
