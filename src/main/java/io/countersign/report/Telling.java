package io.countersign.report;

import io.countersign.evidence.EvidenceRow;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** One row of evidence and what its parts are called: the words of a sentence. A fact that is missing or of another kind is said to be missing, never an error. */
record Telling(EvidenceRow row, Names names) {

    boolean has(String fact) {
        Object value = row.facts().get(fact);
        return value != null && !value.toString().isBlank();
    }

    boolean is(String fact, String value) {
        return value.equals(row.facts().get(fact));
    }

    String text(String fact) {
        return has(fact) ? Words.plain(row.facts().get(fact)) : "(not recorded)";
    }

    String lower(String fact) {
        return has(fact) ? Words.lower(row.facts().get(fact)) : "(not recorded)";
    }

    /** The fact with words before it, or nothing at all. */
    String given(String before, String fact) {
        return has(fact) ? before + Words.plain(row.facts().get(fact)) : "";
    }

    String quoted(String before, String fact) {
        return has(fact) ? before + Words.quoted(row.facts().get(fact)) : "";
    }

    String who() {
        return names.who(row.actor()).text();
    }

    String target() {
        return has("target") ? Words.target(String.valueOf(row.facts().get("target"))) : "the target";
    }

    String action() {
        return has("actionType") ? Words.quoted(names.action(text("actionType"))) : "the action";
    }

    String connector() {
        return has("connector") ? names.connector(text("connector")) : "the connector";
    }

    String teams() {
        return Words.all(names.teams(list("teams")));
    }

    List<String> list(String fact) {
        return row.facts().get(fact) instanceof Collection<?> many ? many.stream().map(Words::plain).toList() : List.of();
    }

    List<Map<?, ?>> maps(String fact) {
        return row.facts().get(fact) instanceof Collection<?> many
                ? many.stream().filter(Map.class::isInstance).<Map<?, ?>>map(Map.class::cast).toList() : List.of();
    }

    /** What was seen of a target. */
    String state(String fact) {
        return row.facts().get(fact) instanceof Map<?, ?> state && !state.isEmpty() ? Words.state(state) : "nothing readable";
    }

    String until(String fact) {
        return has(fact) ? ", until " + time(text(fact)) : "";
    }

    String on(String fact) {
        return has(fact) ? " on " + time(text(fact)) : "";
    }

    private static String time(String text) {
        try {
            return Words.time(Instant.parse(text));
        } catch (DateTimeException notATime) {
            return text;
        }
    }
}
