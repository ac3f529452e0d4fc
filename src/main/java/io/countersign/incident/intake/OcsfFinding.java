package io.countersign.incident.intake;

import io.countersign.incident.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * OCSF Detection Findings (class 2004).
 *
 * @see <a href="https://schema.ocsf.io/1.4.0/classes/detection_finding">Detection Finding</a>
 */
@Component
final class OcsfFinding implements AlertFormat {

    @Override
    public String name() {
        return "ocsf";
    }

    @Override
    public NormalizedAlert map(Fields finding, Mentions mentions) {
        Stream.concat(Stream.of(finding), finding.each("evidences")).forEach(part -> evidence(part, mentions));
        finding.each("observables").forEach(observable -> observable(observable, mentions));
        finding.each("resources").forEach(resource -> resource(resource, mentions));
        if (mentions.isEmpty()) {
            mentions.resource(finding.text("cloud.account.uid"), Joins.NEVER);
        }
        return new NormalizedAlert(id(finding, mentions), null, finding.text("finding_info.title", "message"),
                finding.text("message", "finding_info.desc", "status_detail"), severity(finding), techniques(finding),
                Wording.time(finding.text("finding_info.first_seen_time", "finding_info.created_time", "time")), mentions.all());
    }

    /** A uid that was taken out before publishing ({@code <finding_uid>}) names nothing: then the content does. */
    private static String id(Fields finding, Mentions mentions) {
        String uid = finding.text("finding_info.uid");
        return uid != null && !NameForms.placeholder(uid) ? uid : ContentId.of(finding.text("metadata.event_code"), finding.text("finding_info.title"),
                finding.text("message"), finding.text("time"), mentions.all().toString());
    }

    private static void evidence(Fields part, Mentions mentions) {
        Stream.of("device", "src_endpoint").flatMap(part::each).forEach(machine -> machine(machine, mentions, Joins.ALWAYS));
        part.each("dst_endpoint").forEach(machine -> machine(machine, mentions, Joins.WHEN_OUTBOUND));
        Stream.of("actor.user", "user").flatMap(part::each).forEach(user -> user(user, mentions));
        Stream.of("process.file", "actor.process.file", "file").flatMap(part::each).forEach(file -> file.texts("hashes.value").forEach(mentions::hash));
        Stream.of("process.name", "actor.process.name").flatMap(path -> part.texts(path).stream()).forEach(mentions::process);
        part.texts("url.url_string").forEach(url -> mentions.url(url, Joins.WHEN_OUTBOUND));
        part.texts("query.hostname").forEach(name -> mentions.domain(name, Joins.WHEN_OUTBOUND));
        part.texts("email.from").forEach(mentions::sender);
        part.texts("email.to").forEach(mentions::email);
        part.texts("email.message_uid").forEach(mentions::message);
    }

    private static void machine(Fields machine, Mentions mentions, Joins joins) {
        if (joins == Joins.ALWAYS) {
            mentions.host(machine.text("hostname", "name"));
        } else {
            mentions.domain(machine.text("hostname", "domain"), joins);
        }
        machine.texts("ip").forEach(address -> mentions.address(address, joins));
    }

    private static void user(Fields user, Mentions mentions) {
        mentions.account(user.text("name", "email_addr"), user.text("domain"));
    }

    /** Type ids of OCSF's observable object. */
    private static void observable(Fields observable, Mentions mentions) {
        String value = observable.text("value");
        switch (String.valueOf(observable.text("type_id"))) {
            case "1", "20" -> mentions.host(value);
            case "2" -> mentions.address(value, Joins.ALWAYS);
            case "4", "21" -> mentions.account(value, null);
            case "5" -> mentions.email(value);
            case "6", "23" -> mentions.url(value, Joins.ALWAYS);
            case "8", "30" -> mentions.hash(value);
            case "9", "25" -> mentions.process(value);
            case "10" -> mentions.resource(value, Joins.ALWAYS);
            default -> { }
        }
    }

    private static void resource(Fields resource, Mentions mentions) {
        mentions.resource(resource.text("uid", "name"), Joins.ALWAYS);
        Stream.of("hostname", "data.metadata.node_name").flatMap(path -> resource.texts(path).stream()).forEach(mentions::host);
        Stream.of("ip", "data.metadata.pod_ip", "data.metadata.host_ip").flatMap(path -> resource.texts(path).stream())
                .forEach(address -> mentions.address(address, Joins.ALWAYS));
        resource.each("owner").forEach(owner -> user(owner, mentions));
    }

    /** 0 unknown, 1 informational … 5 critical, 6 fatal, 99 other. */
    private static Severity severity(Fields finding) {
        return switch (String.valueOf(finding.text("severity_id"))) {
            case "1" -> Severity.INFORMATIONAL;
            case "2" -> Severity.LOW;
            case "3" -> Severity.MEDIUM;
            case "4" -> Severity.HIGH;
            case "5", "6" -> Severity.CRITICAL;
            default -> Wording.severity(finding.text("severity"));
        };
    }

    private static List<String> techniques(Fields finding) {
        return Wording.techniques(Stream.of("attacks", "finding_info.attacks")
                .flatMap(path -> Stream.of(path + ".technique.uid", path + ".sub_technique.uid"))
                .flatMap(path -> finding.texts(path).stream()).toList());
    }
}
