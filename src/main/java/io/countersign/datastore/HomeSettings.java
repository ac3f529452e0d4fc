package io.countersign.datastore;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where this installation keeps what it writes itself.
 *
 * @param home directory for the embedded database, keys and generated passwords; made on first start for its owner only
 */
@Validated
@ConfigurationProperties("countersign")
record HomeSettings(@DefaultValue(".countersign") @NotNull Path home) {
}
