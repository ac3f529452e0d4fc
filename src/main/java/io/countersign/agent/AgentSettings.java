package io.countersign.agent;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of agents and their credentials.
 *
 * @param credentialLifetime how long a credential can be used after it was minted (ISO 8601, 1 second to 5 minutes)
 */
@ConfigurationProperties("countersign.agent")
public record AgentSettings(@DefaultValue("PT2M") Duration credentialLifetime) {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    public AgentSettings {
        if (credentialLifetime.compareTo(Duration.ofSeconds(1)) < 0 || credentialLifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("countersign.agent.credential-lifetime is " + credentialLifetime
                    + "; a credential lives from PT1S to PT5M, because it must be worthless soon after its one use");
        }
    }
}
