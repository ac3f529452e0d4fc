package io.countersign.incident.intake;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Alerts of Elastic Security: ECS fields with {@code kibana.alert.*}, keys nested or flattened, bare or as a search hit with {@code _source}.
 *
 * @see <a href="https://www.elastic.co/docs/reference/security/fields-and-object-schemas/alert-schema">alert schema</a>
 */
@Component
final class ElasticSecurity implements AlertFormat {

    @Override
    public String name() {
        return "elastic-security";
    }

    @Override
    public NormalizedAlert map(Fields hit, Mentions mentions) {
        Fields alert = hit.each("_source").findFirst().orElse(hit);
        machines(alert, mentions);
        traffic(alert, mentions);
        files(alert, mentions);
        String title = alert.text("kibana.alert.rule.name", "signal.rule.name");
        String description = alert.text("kibana.alert.reason", "signal.reason", "kibana.alert.rule.description", "signal.rule.description", "message");
        String time = alert.text("kibana.alert.original_time", "signal.original_time", "@timestamp");
        String id = hit.text("kibana.alert.uuid", "_source.kibana.alert.uuid", "_id");
        return new NormalizedAlert(id != null ? id : ContentId.of(title, time, description, mentions.all().toString()), null, title, description,
                Wording.severity(alert.text("kibana.alert.severity", "signal.rule.severity", "kibana.alert.rule.severity")),
                techniques(alert), Wording.time(time), mentions.all());
    }

    private static void machines(Fields alert, Mentions mentions) {
        alert.texts("host.name").forEach(mentions::host);
        if (alert.text("host.name") == null) {
            alert.texts("host.hostname").forEach(mentions::host);
        }
        alert.each("user").forEach(user -> mentions.account(user.text("name"), user.text("domain")));
        if (alert.text("user.name") != null) {
            mentions.account(alert.text("user.name"), alert.text("user.domain"));
        }
        alert.texts("host.ip").forEach(address -> mentions.address(address, Joins.ALWAYS));
        alert.texts("cloud.instance.id").forEach(instance -> mentions.resource(instance, Joins.ALWAYS));
        alert.texts("kubernetes.pod.name").forEach(pod -> mentions.resource("pod/" + pod, Joins.ALWAYS));
    }

    private static void traffic(Fields alert, Mentions mentions) {
        alert.texts("source.ip").forEach(address -> mentions.address(address, Joins.ALWAYS));
        alert.texts("destination.ip").forEach(address -> mentions.address(address, Joins.WHEN_OUTBOUND));
        Stream.of("destination.domain", "dns.question.name", "url.domain", "tls.client.server_name")
                .flatMap(path -> alert.texts(path).stream()).forEach(name -> mentions.domain(name, Joins.WHEN_OUTBOUND));
        Stream.of("url.full", "url.original").flatMap(path -> alert.texts(path).stream()).forEach(url -> mentions.url(url, Joins.WHEN_OUTBOUND));
        Stream.of("email.from.address", "email.sender.address", "email.to.address")
                .flatMap(path -> alert.texts(path).stream()).forEach(mentions::email);
    }

    private static void files(Fields alert, Mentions mentions) {
        Stream.of("process", "file", "dll").flatMap(part -> Stream.of("sha256", "sha1", "md5").map(kind -> part + ".hash." + kind))
                .flatMap(path -> alert.texts(path).stream()).forEach(mentions::hash);
        Stream.of("process.executable", "process.name", "process.parent.executable", "process.parent.name")
                .flatMap(path -> alert.texts(path).stream()).forEach(mentions::process);
        Stream.of("related.hosts").flatMap(path -> alert.texts(path).stream()).forEach(mentions::host);
    }

    private static List<String> techniques(Fields alert) {
        return Wording.techniques(Stream.of("kibana.alert.rule.threat", "kibana.alert.rule.parameters.threat", "signal.rule.threat", "threat")
                .flatMap(path -> Stream.of(path + ".technique.id", path + ".technique.subtechnique.id"))
                .flatMap(path -> alert.texts(path).stream()).toList());
    }
}
