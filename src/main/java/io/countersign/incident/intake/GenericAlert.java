package io.countersign.incident.intake;

import org.springframework.stereotype.Component;

/** Our own documented format, for whatever can be made to send JSON. */
@Component
final class GenericAlert implements AlertFormat {

    @Override
    public String name() {
        return "generic";
    }

    @Override
    public NormalizedAlert map(Fields alert, Mentions mentions) {
        alert.each("observables").filter(observable -> !shared(observable)).forEach(observable -> observable(observable, mentions));
        mentions.common(common -> alert.each("observables").filter(GenericAlert::shared).forEach(observable -> observable(observable, common)));
        String id = alert.text("id");
        return new NormalizedAlert(id != null ? id : ContentId.of(alert.text("title"), alert.text("observedAt"), alert.text("description"),
                alert.text("severity"), mentions.all().toString()),
                alert.text("case") == null ? null : "generic/" + alert.text("case"), alert.text("title"), alert.text("description"),
                Wording.severity(alert.text("severity")), Wording.techniques(alert.texts("techniques")),
                Wording.time(alert.text("observedAt")), mentions.all());
    }

    private static boolean shared(Fields observable) {
        return observable.node().path("shared").asBoolean(false);
    }

    private static void observable(Fields observable, Mentions mentions) {
        String value = observable.text("value");
        switch (String.valueOf(observable.text("kind"))) {
            case "host" -> mentions.host(value);
            case "account" -> mentions.account(value, null);
            case "address" -> mentions.address(value, Joins.ALWAYS);
            case "domain" -> mentions.domain(value, Joins.ALWAYS);
            case "url" -> mentions.url(value, Joins.ALWAYS);
            case "file-hash" -> mentions.hash(value);
            case "email-address" -> mentions.email(value);
            case "message" -> mentions.message(value);
            case "sender" -> mentions.sender(value);
            case "api-key" -> mentions.apiKey(value);
            case "application" -> mentions.application(value);
            case "cloud-principal" -> mentions.principal(value);
            case "bucket" -> mentions.bucket(value);
            case "agent" -> mentions.agent(value);
            case "process" -> mentions.process(value);
            case "resource" -> mentions.resource(value, Joins.ALWAYS);
            default -> { }
        }
    }
}
