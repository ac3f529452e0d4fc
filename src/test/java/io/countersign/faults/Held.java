package io.countersign.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.faults.Books.Fact;
import io.countersign.faults.Books.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A time in which new effects were held back, or only pretended, by the times at which its begin and its end were committed.
 *
 * @param until the end of time where nobody ended it
 */
record Held(String what, String scope, String name, Instant from, Instant until) {

    /** What the product promises: from then on nothing new is begun, on no node. */
    static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Held> stops(Books books) {
        return books.record().stream().filter(fact -> fact.kind().equals("STOP_PRESSED") && !facts(fact).has("again"))
                .map(fact -> of(books, fact, "STOP_LIFTED", List.of("stop"))).toList();
    }

    static List<Held> dryRuns(Books books) {
        return books.record().stream().filter(fact -> fact.kind().equals("DRY_RUN_BEGUN")).map(fact -> of(books, fact, "DRY_RUN_ENDED", List.of("scope", "name"))).toList();
    }

    private static Held of(Books books, Fact begin, String endKind, List<String> same) {
        JsonNode facts = facts(begin);
        Optional<Instant> end = books.record().stream().filter(fact -> fact.kind().equals(endKind) && fact.number() > begin.number())
                .filter(fact -> same.stream().allMatch(key -> facts(fact).path(key).equals(facts.path(key)))).map(Fact::committed).findFirst();
        return new Held(begin.kind(), facts.path("scope").asText(), facts.path("name").asText(""), begin.committed(), end.orElse(Instant.MAX));
    }

    /** The begin of effects that it covers, while it was in force: the product's own claims, by the time they were committed. */
    Stream<Fact> begunMeanwhile(Books books) {
        return books.record().stream().filter(fact -> fact.kind().equals("ACTION_ATTEMPTED") && fact.committed().isAfter(from) && fact.committed().isBefore(until))
                .filter(fact -> Optional.ofNullable(books.ledger().get(fact.actionRun())).filter(row -> covers(books, row)).isPresent());
    }

    private boolean covers(Books books, Row row) {
        return switch (scope) {
            case "EVERYTHING" -> true;
            case "ACTION_TYPE" -> name.equals(row.actionType());
            case "CONNECTOR" -> name.equals(row.connector());
            case "PLAYBOOK" -> books.runs().stream().anyMatch(run -> run.id().equals(row.run()) && run.playbook().equals(name));
            default -> throw new IllegalStateException("Unknown scope " + scope);
        };
    }

    private static JsonNode facts(Fact fact) {
        try {
            return JSON.readTree(fact.facts());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
