package io.countersign.console;

import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the console is reached.
 *
 * @param scrapeToken the bearer token with which a monitoring system may read {@code /actuator/prometheus}; none by default
 */
@Validated
@ConfigurationProperties("countersign.console")
public record ConsoleSettings(@Size(min = 24, message = "must have at least 24 characters") String scrapeToken) {

    @Override
    public String toString() {
        return "ConsoleSettings[scrapeToken=" + (scrapeToken == null ? "none" : "hidden") + "]";
    }
}
