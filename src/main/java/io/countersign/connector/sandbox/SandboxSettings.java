package io.countersign.connector.sandbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sandbox.
 *
 * @param enabled whether actions without a route go to the sandbox, where nothing real happens; false by default
 */
@ConfigurationProperties("countersign.connector.sandbox")
public record SandboxSettings(@DefaultValue("false") boolean enabled) {
}
