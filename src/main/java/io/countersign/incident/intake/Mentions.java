package io.countersign.incident.intake;

import io.countersign.action.NetworkAddress;
import io.countersign.incident.ObservableKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Collects the observables of one alert, normalised and without repetition; what is no such thing, or beyond the limit, is left to the raw record. */
final class Mentions {

    private final int limit;
    private final Map<String, Mention> found = new LinkedHashMap<>();

    Mentions(int limit) {
        this.limit = limit;
    }

    /** A machine, by name or, where a product writes its address there, by that. */
    Mentions host(String text) {
        if (NetworkAddress.parse(text).isPresent()) {
            return address(text, Joins.ALWAYS);
        }
        String name = NameForms.host(text);
        return add(ObservableKind.HOST, name, "localhost".equals(name) ? Joins.NEVER : Joins.ALWAYS);
    }

    Mentions account(String user, String domain) {
        String name = NameForms.account(user, domain);
        return add(ObservableKind.ACCOUNT, name, name != null && NameForms.commonAccount(name) ? Joins.NEVER : Joins.ALWAYS);
    }

    Mentions address(String text, Joins joins) {
        NetworkAddress.parse(text).ifPresent(address ->
                add(ObservableKind.ADDRESS, address.toString(), address.unicast() ? joins : Joins.NEVER));
        return this;
    }

    Mentions domain(String text, Joins joins) {
        return NetworkAddress.parse(text).isPresent() ? address(text, joins) : add(ObservableKind.DOMAIN, NameForms.domain(text), joins);
    }

    Mentions url(String text, Joins joins) {
        URI url = NameForms.url(text);
        return url == null ? this : add(ObservableKind.URL, url.toASCIIString(), joins).domain(url.getHost(), joins);
    }

    Mentions hash(String text) {
        String hash = NameForms.hash(text);
        return add(ObservableKind.FILE_HASH, hash, hash != null && NameForms.emptyFile(hash) ? Joins.NEVER : Joins.ALWAYS);
    }

    Mentions email(String text) {
        return add(ObservableKind.EMAIL_ADDRESS, NameForms.email(text), Joins.ALWAYS);
    }

    Mentions process(String text) {
        return add(ObservableKind.PROCESS, PlainText.of(text, Mention.LONGEST), Joins.NEVER);
    }

    Mentions resource(String text, Joins joins) {
        return add(ObservableKind.RESOURCE, PlainText.of(text, Mention.LONGEST), joins);
    }

    Mentions sender(String text) {
        return add(ObservableKind.SENDER, NameForms.email(text), Joins.ALWAYS).email(text);
    }

    Mentions message(String text) {
        return add(ObservableKind.MESSAGE, NameForms.message(text), Joins.ALWAYS);
    }

    Mentions apiKey(String text) {
        return add(ObservableKind.API_KEY, NameForms.apiKey(text), Joins.ALWAYS);
    }

    Mentions application(String text) {
        return add(ObservableKind.APPLICATION, PlainText.of(text, Mention.LONGEST), Joins.ALWAYS);
    }

    Mentions principal(String text) {
        return add(ObservableKind.CLOUD_PRINCIPAL, PlainText.of(text, Mention.LONGEST), Joins.ALWAYS);
    }

    Mentions bucket(String text) {
        return add(ObservableKind.BUCKET, NameForms.bucket(text), Joins.ALWAYS);
    }

    Mentions agent(String text) {
        return add(ObservableKind.AGENT, NameForms.agent(text), Joins.ALWAYS);
    }

    /** What is added in there is common to many cases and joins none. */
    Mentions common(Consumer<Mentions> adding) {
        Mentions common = new Mentions(limit);
        adding.accept(common);
        common.found.values().forEach(mention -> add(mention.kind(), mention.value(), Joins.NEVER));
        return this;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Mention> all() {
        return new ArrayList<>(found.values());
    }

    private Mentions add(ObservableKind kind, String value, Joins joins) {
        if (value == null || value.isBlank() || value.length() > Mention.LONGEST || !PlainText.isPlain(value)) {
            return this;
        }
        String key = kind + " " + value;
        if (found.size() < limit || found.containsKey(key)) {
            Mention mention = new Mention(kind, value, NameForms.placeholder(value) ? Joins.NEVER : joins);
            found.merge(key, mention, (before, now) -> before.joins().compareTo(now.joins()) >= 0 ? before : now);
        }
        return this;
    }
}
