package io.countersign.approval;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of approvals.
 *
 * @param escalationTeams team ids asked as well once nobody decided in the time that policy gives
 */
@Validated
@ConfigurationProperties("countersign.approval")
public record ApprovalSettings(@DefaultValue({"soc", "it-operations"}) @NotEmpty List<String> escalationTeams) {
}
