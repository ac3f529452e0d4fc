package io.countersign.incident.intake;

import io.countersign.incident.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Suricata's EVE output, event type {@code alert}. EVE gives alerts no id: flow, signature, time and both ends make one.
 *
 * @see <a href="https://docs.suricata.io/en/latest/output/eve/eve-json-format.html">EVE JSON format</a>
 */
@Component
final class SuricataEve implements AlertFormat {

    @Override
    public String name() {
        return "suricata-eve";
    }

    @Override
    public NormalizedAlert map(Fields eve, Mentions mentions) {
        traffic(eve, mentions);
        String signature = eve.text("alert.signature");
        String id = ContentId.of(eve.text("flow_id"), eve.text("alert.signature_id"), signature, eve.text("timestamp"),
                eve.text("src_ip"), eve.text("src_port"), eve.text("dest_ip"), eve.text("dest_port"));
        String description = "%s from %s to %s over %s, action %s".formatted(eve.text("alert.category"), end(eve, "src"), end(eve, "dest"),
                eve.text("proto"), eve.text("alert.action"));
        return new NormalizedAlert(id, null, signature, description, severity(eve), techniques(eve), Wording.time(eve.text("timestamp")), mentions.all());
    }

    /** The sender is what a case is about; what it spoke to only if it went out of our networks, or the target of every scan would join them all. */
    private static void traffic(Fields eve, Mentions mentions) {
        mentions.address(eve.text("src_ip"), Joins.ALWAYS).address(eve.text("dest_ip"), Joins.WHEN_OUTBOUND);
        Stream.of("http.hostname", "tls.sni", "dns.rrname", "dns.query.rrname", "dns.queries.rrname")
                .flatMap(path -> eve.texts(path).stream()).forEach(name -> mentions.domain(name, Joins.WHEN_OUTBOUND));
        String host = eve.text("http.hostname");
        String path = eve.text("http.url");
        if (host != null && path != null) {
            mentions.url(path.startsWith("/") ? "http://" + host + path : path, Joins.WHEN_OUTBOUND);
        }
        Stream.of("fileinfo.sha256", "fileinfo.sha1", "fileinfo.md5", "files.sha256", "files.sha1", "files.md5")
                .flatMap(found -> eve.texts(found).stream()).forEach(mentions::hash);
        Stream.of("email.from", "email.to").flatMap(found -> eve.texts(found).stream()).forEach(mentions::email);
    }

    /** The rule's own word, if its metadata has one; else the priority, where 1 is the gravest. */
    private static Severity severity(Fields eve) {
        String stated = eve.text("alert.metadata.signature_severity");
        return switch (stated != null ? "" : String.valueOf(eve.text("alert.severity"))) {
            case "1" -> Severity.HIGH;
            case "2" -> Severity.MEDIUM;
            case "3" -> Severity.LOW;
            case "4" -> Severity.INFORMATIONAL;
            default -> Wording.severity(stated);
        };
    }

    private static List<String> techniques(Fields eve) {
        return Wording.techniques(Stream.of("alert.metadata.mitre_technique_id", "alert.metadata.mitre_techniques")
                .flatMap(path -> eve.texts(path).stream()).toList());
    }

    private static String end(Fields eve, String side) {
        String port = eve.text(side + "_port");
        return eve.text(side + "_ip") + (port == null ? "" : " port " + port);
    }
}
