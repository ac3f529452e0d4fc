package io.countersign.incident.intake;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Security alerts of Microsoft Graph, version 2: what an alert is about stands in its {@code evidence}, each of a kind with fields of its own.
 *
 * @see <a href="https://learn.microsoft.com/en-us/graph/api/resources/security-alert">alert resource type</a>
 */
@Component
final class MicrosoftGraph implements AlertFormat {

    @Override
    public String name() {
        return "microsoft-graph";
    }

    @Override
    public NormalizedAlert map(Fields alert, Mentions mentions) {
        alert.each("evidence").forEach(evidence -> {
            machines(evidence, mentions);
            people(evidence, mentions);
            network(evidence, mentions);
            files(evidence, mentions);
        });
        if (mentions.isEmpty() && alert.text("tenantId") != null) {
            mentions.resource("tenant/" + alert.text("tenantId"), Joins.NEVER);
        }
        String incident = alert.text("incidentId");
        return new NormalizedAlert(alert.text("id"), incident == null ? null : "microsoft-incident/" + incident, alert.text("title"),
                alert.text("description"), Wording.severity(alert.text("severity")), Wording.techniques(alert.texts("mitreTechniques")),
                Wording.time(alert.text("firstActivityDateTime", "createdDateTime")), mentions.all());
    }

    private static void machines(Fields evidence, Mentions mentions) {
        Stream.concat(Stream.of(evidence), evidence.each("host")).forEach(device -> {
            mentions.host(device.text("deviceDnsName", "hostName"));
            mentions.address(device.text("lastIpAddress"), Joins.ALWAYS);
            device.each("loggedOnUsers").forEach(user -> mentions.account(user.text("accountName"), user.text("domainName")));
        });
        evidence.texts("appId").forEach(mentions::application);
        Stream.of("resourceId", "amazonResourceId", "fullResourceName", "appId")
                .flatMap(path -> evidence.texts(path).stream()).forEach(id -> mentions.resource(id, Joins.ALWAYS));
    }

    private static void people(Fields evidence, Mentions mentions) {
        Stream.of("userAccount", "account.userAccount").flatMap(evidence::each).forEach(user ->
                mentions.account(user.text("userPrincipalName", "accountName"), user.text("domainName")));
        Stream.of("primaryAddress", "recipientEmailAddress").flatMap(path -> evidence.texts(path).stream()).forEach(mentions::email);
        Stream.of("p1Sender.emailAddress", "p2Sender.emailAddress").flatMap(path -> evidence.texts(path).stream()).forEach(mentions::sender);
        evidence.texts("networkMessageId").forEach(mentions::message);
    }

    private static void network(Fields evidence, Mentions mentions) {
        Stream.of("ipAddress", "senderIp").flatMap(path -> evidence.texts(path).stream())
                .forEach(address -> mentions.address(address, Joins.ALWAYS));
        Stream.of("url", "urls").flatMap(path -> evidence.texts(path).stream()).forEach(url -> mentions.url(url, Joins.ALWAYS));
        evidence.texts("domainName").forEach(name -> mentions.domain(name, Joins.ALWAYS));
    }

    private static void files(Fields evidence, Mentions mentions) {
        Stream.of("fileDetails", "imageFile").flatMap(evidence::each).forEach(file -> {
            Stream.of("sha256", "sha1", "md5").flatMap(kind -> file.texts(kind).stream()).forEach(mentions::hash);
            mentions.process(file.text("fileName"));
        });
    }
}
