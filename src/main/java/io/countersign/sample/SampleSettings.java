package io.countersign.sample;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sample organisation.
 *
 * @param enabled whether it is loaded into an installation that has no people yet; also set by {@code COUNTERSIGN_SAMPLE}
 */
@ConfigurationProperties("countersign.sample")
record SampleSettings(@DefaultValue("false") boolean enabled) {
}
