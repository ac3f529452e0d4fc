package io.countersign.recommendation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of recommendation.
 *
 * @param recommender name of the recommender that is asked; a name that no recommender has stops the start
 * @param timeLimit   how long one answer may take (ISO 8601, 100 milliseconds to 10 minutes); a later one is refused
 * @param atOnce      how many may be asked at the same time (1 to 64); beyond, advice is refused
 */
@Validated
@ConfigurationProperties("countersign.recommendation")
public record RecommendationSettings(@DefaultValue("embedded") @NotBlank String recommender,
                                     @DefaultValue("PT30S") @DurationMin(millis = 100) @DurationMax(minutes = 10) Duration timeLimit,
                                     @DefaultValue("16") @Min(1) @Max(64) int atOnce) {
}
