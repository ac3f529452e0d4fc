package io.countersign.faults;

import io.countersign.faults.target.Entry;
import io.countersign.faults.target.Entry.Happened;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is printed at the end; the last lines are the counters that must be 0. */
final class Report {

    private Report() {
    }

    static void print(Books books, Alerts alerts, People people, Brakes brakes, Mischief mischief, List<Violation> violations) {
        System.out.printf("incidents %d, runs %s%n", alerts.incidents.size(), count(books.runs().stream().map(Books.Run::playbook).toList()));
        System.out.printf("outcomes %s%n", count(books.runs().stream().map(run -> String.valueOf(run.outcome())).toList()));
        System.out.printf("effects %d, undos %d; ledger %s%n", effects(books, "ACT"), effects(books, "UNDO"),
                count(books.ledger().values().stream().map(Books.Row::state).toList()));
        System.out.printf("people: %s%n", new TreeMap<>(people.done));
        System.out.printf("stops and dry runs: %s%n", brakes.counts());
        stops(books);
        System.out.printf("faults at the nodes and the database: %s%n", mischief.counts);
        System.out.printf("faults at the target: %s%n", count(books.journal().stream().map(Entry::fault).filter(fault -> !fault.equals("CALM")).toList()));
        System.out.printf("what came to the target: %s%n", count(books.journal().stream().map(entry -> entry.order().verb() + " " + entry.happened()).toList()));
        recovery(books, mischief);
        violations.stream().filter(violation -> violation.actionRun() != null).map(Violation::actionRun).distinct().limit(5)
                .forEach(run -> System.out.println("timeline of " + run + "\n" + books.timeline(run)));
        violations.forEach(violation -> System.out.println("VIOLATION " + violation));
        Arrays.stream(Violation.Kind.values()).forEach(kind -> System.out.printf("%s: %d%n", kind.words,
                violations.stream().filter(violation -> violation.kind() == kind).count()));
    }

    private static long effects(Books books, String verb) {
        return books.journal().stream().filter(entry -> entry.happened() == Happened.EFFECT && entry.order().verb().equals(verb)).count();
    }

    private static Map<String, Long> count(List<String> names) {
        return names.stream().collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    /** How long after a stop was pressed the last effect was begun on any node. */
    private static void stops(Books books) {
        List<Held> stops = Held.stops(books);
        Optional<Duration> latest = stops.stream().flatMap(stop -> stop.begunMeanwhile(books).map(fact -> Duration.between(stop.from(), fact.committed())))
                .max(Comparator.naturalOrder());
        System.out.printf("last effect begun after a stop was pressed: %s over %d stops%n", latest.map(after -> after.toMillis() + " ms").orElse("none"), stops.size());
    }

    /** From the death of a node to what it had in hand being known. */
    private static void recovery(Books books, Mischief mischief) {
        List<Long> times = books.ledger().keySet().stream().flatMap(run -> mischief.deaths.stream().flatMap(death -> orphaned(books, run, death).stream()))
                .map(Duration::toMillis).sorted(Comparator.naturalOrder()).toList();
        System.out.printf("time from a node's death until what it had in hand was known: %s over %d%n", times.isEmpty() ? "-"
                : "p50 %d ms, p95 %d ms, max %d ms".formatted(times.get(times.size() / 2), times.get(Math.min(times.size() - 1, times.size() * 95 / 100)),
                times.get(times.size() - 1)), times.size());
    }

    private static List<Duration> orphaned(Books books, String run, Mischief.Death death) {
        List<Instant> attempted = books.of(run, "ACTION_ATTEMPTED").stream().map(Books.Fact::committed).toList();
        List<Instant> known = books.of(run, "ACTION_OBSERVED").stream().map(Books.Fact::committed).toList();
        boolean his = books.journal().stream().anyMatch(entry -> entry.order().run().equals(run) && entry.order().node().equals(death.node()));
        boolean between = !attempted.isEmpty() && !known.isEmpty() && attempted.get(0).isBefore(death.at()) && known.get(0).isAfter(death.at());
        return his && between ? List.of(Duration.between(death.at(), known.get(0))) : List.of();
    }
}
