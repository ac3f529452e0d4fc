package io.countersign.incident.intake;

import io.countersign.incident.Severity;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Rows of Defender XDR's advanced hunting tables AlertInfo and AlertEvidence, bare or as the streaming API wraps them in {@code properties}.
 * Each row is an alert here; those with one AlertId meet in one incident.
 *
 * @see <a href="https://learn.microsoft.com/en-us/defender-xdr/advanced-hunting-alertevidence-table">AlertEvidence</a>
 */
@Component
final class DefenderXdr implements AlertFormat {

    @Override
    public String name() {
        return "microsoft-defender-xdr";
    }

    @Override
    public NormalizedAlert map(Fields event, Mentions mentions) {
        Fields row = event.each("properties").findFirst().orElse(event);
        machines(row, mentions);
        network(row, mentions);
        List<Mention> named = mentions.all();
        if (mentions.isEmpty() && event.text("tenantId") != null) {
            mentions.resource("tenant/" + event.text("tenantId"), Joins.NEVER);
        }
        String alert = row.text("AlertId");
        String entity = row.text("EntityType");
        String id = entity == null ? alert : alert + "/" + entity.toLowerCase() + "/"
                + ContentId.of(row.text("EvidenceRole"), row.text("NetworkMessageId"), row.text("FileName"), row.text("ProcessId"), named.toString());
        return new NormalizedAlert(id, "microsoft-alert/" + alert, row.text("Title"), description(row, entity), severity(row),
                Wording.techniques(row.texts("AttackTechniques")), Wording.time(row.text("Timestamp")), mentions.all());
    }

    private static void machines(Fields row, Mentions mentions) {
        mentions.host(row.text("DeviceName"));
        mentions.account(row.text("AccountUpn", "AccountName", "AccountSid"), row.text("AccountDomain"));
        Stream.of("SHA256", "SHA1").map(row::text).forEach(mentions::hash);
        if ("Process".equals(row.text("EntityType"))) {
            mentions.process(row.text("FileName"));
        }
        mentions.application(row.text("OAuthApplicationId"));
        mentions.resource(row.text("CloudResource", "ResourceID", "OAuthApplicationId"), Joins.ALWAYS);
    }

    private static void network(Fields row, Mentions mentions) {
        mentions.address(row.text("RemoteIP"), Joins.ALWAYS).address(row.text("LocalIP"), Joins.ALWAYS);
        String remote = row.text("RemoteUrl");
        mentions.url(remote, Joins.ALWAYS).domain(remote, Joins.ALWAYS);
        mentions.sender(row.text("SenderFromAddress")).email(row.text("RecipientEmailAddress")).message(row.text("NetworkMessageId"));
    }

    private static String description(Fields row, String entity) {
        String category = String.join(", ", Stream.of("Category", "Categories").map(row::texts).flatMap(Collection::stream).toList());
        return "%s, found by %s%s".formatted(category, row.text("ServiceSource", "DetectionSource"),
                entity == null ? "" : "; " + row.text("EvidenceRole") + " " + entity);
    }

    private static Severity severity(Fields row) {
        return Wording.severity(row.text("Severity"));
    }
}
