package io.countersign.incident.intake;

import io.countersign.incident.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One alert in our words. Texts are made storable here; they stay untrusted.
 *
 * @param externalId the source's id, at most 200 characters; longer or unprintable ones are replaced by their hash
 * @param caseKey    names the case in the source's own words, for records that only together make one alert; or null
 * @param observedAt when it happened as the source says; null if it does not say anything plausible
 */
public record NormalizedAlert(String externalId, String caseKey, String title, String description, Severity severity, List<String> techniques,
                              Instant observedAt, List<Mention> mentions) {

    public NormalizedAlert {
        Objects.requireNonNull(externalId, "externalId");
        Objects.requireNonNull(severity, "severity");
        externalId = storable(externalId);
        caseKey = caseKey == null ? null : storable(caseKey);
        title = Objects.requireNonNullElse(PlainText.of(title, 300), "Alert without a title");
        description = Objects.requireNonNullElse(PlainText.of(description, 4000), "");
        techniques = List.copyOf(techniques);
        mentions = List.copyOf(mentions);
    }

    private static String storable(String id) {
        return id.length() <= 200 && PlainText.isPlain(id) ? id : ContentId.of(id);
    }
}
