package io.countersign.playbook;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of playbooks and their workers.
 *
 * @param restartAfter  how long after a run ended a new alert may start the same playbook for the same incident again
 * @param workers       tasks that this node works on at once, for each topic (1 to 1000); those that wait for a product hold a thread, but no
 *                      connection and no transaction, and leave their place to others: at most eight times as many are in hand
 * @param lock          how long a worker owns a task before another may look after it; renewed while it works
 * @param poll          how often work is looked for that no wake-up announced, for example of a node that died
 * @param attempts      how often an undo or a recommendation that failed is tried before a person is asked (1 to 50)
 * @param retryPause    the first pause between two of them; doubles up to ten minutes
 */
@Validated
@ConfigurationProperties("countersign.playbook")
public record PlaybookSettings(@DefaultValue("PT1H") @NotNull Duration restartAfter, @DefaultValue("64") @Min(1) @Max(1000) int workers,
                               @DefaultValue("PT60S") @NotNull Duration lock, @DefaultValue("PT2S") @NotNull Duration poll,
                               @DefaultValue("6") @Min(1) @Max(50) int attempts, @DefaultValue("PT1S") @NotNull Duration retryPause) {
}
