package io.countersign.organisation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of how an organisation comes in.
 *
 * @param firstAdministrator whether an installation without people is given an administrator at its start
 */
@ConfigurationProperties("countersign.organisation")
record OrganisationSettings(@DefaultValue("true") boolean firstAdministrator) {
}
