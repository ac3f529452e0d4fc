package io.countersign.faults;

import io.countersign.faults.Books.Fact;
import io.countersign.faults.Books.Row;
import io.countersign.faults.Books.Said;
import io.countersign.faults.Violation.Kind;
import io.countersign.faults.target.Entry;
import io.countersign.faults.target.Entry.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds what the target saw against what the product says. Trusts neither the ledger's states nor the product's clock. */
final class Judge {

    private static final Set<String> ENDS_BY_ITSELF = Set.of("end-sessions");
    private static final Set<String> LEFT_TO_A_PERSON = Set.of("UNSAFE", "DRIFTED", "PARTIAL");

    private static final Set<String> NOT_OVER = Set.of("PREPARED", "EXECUTING", "SUCCEEDED", "FAILED", "UNKNOWN", "CONFIRMED", "UNDOING", "UNDO_FAILED");

    private final Books books;
    private final List<Violation> violations = new ArrayList<>();

    private Judge(Books books) {
        this.books = books;
    }

    static List<Violation> violations(Books books) {
        Judge judge = new Judge(books);
        Map<String, List<Entry>> effects = books.journal().stream().filter(e -> e.order().verb().equals("ACT"))
                .filter(e -> e.happened() == Happened.EFFECT || e.happened() == Happened.SECOND).collect(Collectors.groupingBy(e -> e.order().run(), LinkedHashMap::new, Collectors.toList()));
        effects.forEach(judge::effect);
        books.journal().stream().filter(e -> e.order().verb().equals("UNDO") && e.happened() == Happened.EFFECT).forEach(judge::undo);
        judge.finalState();
        Held.stops(books).forEach(stop -> judge.heldBack(stop, stop.from().plus(Held.AT_ONCE)));
        Held.dryRuns(books).forEach(dryRun -> judge.heldBack(dryRun, dryRun.from()));
        books.ledger().values().stream().filter(row -> row.lease() != null && NOT_OVER.contains(row.state()))
                .forEach(row -> judge.add(Kind.STILL_CONTAINED, row.id(), "Every run was to end, and the ledger still says " + row.state()));
        books.leases().forEach(lease -> judge.add(Kind.STUCK, lease.effectRun(), "Lease " + lease + " is not over, though every run was to end"));
        books.runs().stream().filter(run -> !run.state().equals("ENDED")).forEach(run -> judge.add(Kind.STUCK, null, "Run " + run + " did not end"));
        return judge.violations;
    }

    private void add(Kind kind, String actionRun, String text) {
        violations.add(new Violation(kind, actionRun, text));
    }

    private void effect(String run, List<Entry> entries) {
        Entry first = entries.get(0);
        Row row = books.ledger().get(run);
        if (entries.size() > 1) {
            add(Kind.DOUBLED, run, entries.size() + " orders to act came for one action run");
        }
        if (row == null || !row.target().equals(first.order().target()) || !row.actionType().equals(first.order().action())) {
            add(Kind.NOT_IN_LEDGER, run, "The ledger has " + row + " for what the target saw: " + first.order());
            return;
        }
        authority(row, first);
        if (row.state().equals("DRY_RUN")) {
            add(Kind.DESPITE_A_STOP, run, "It was only to pretend, and took effect at " + first.at());
        }
        if (row.state().equals("NOT_APPLIED")) {
            add(Kind.UNKNOWN_TAKEN_AS_NOT_DONE, run, "It took effect at " + first.at() + ", and the ledger says it did not");
        }
        afterItsUndo(row, first);
    }

    private void authority(Row row, Entry effect) {
        List<Said> approvals = books.said().getOrDefault(row.digest(), List.of()).stream().filter(Said::approved).toList();
        int quorum = switch (row.tier()) {
            case "AUTONOMOUS" -> 0;
            case "APPROVE" -> 1;
            case "DUAL" -> 2;
            default -> Integer.MAX_VALUE;
        };
        boolean enough = approvals.stream().map(Said::person).distinct().count() >= quorum && approvals.stream().map(Said::team).distinct().count() >= quorum;
        boolean before = books.of(row.id(), "ACTION_ATTEMPTED").stream().anyMatch(fact -> !fact.committed().isAfter(effect.at()));
        if (!enough || !before) {
            add(Kind.WITHOUT_AUTHORITY, row.id(), "Tier " + row.tier() + ", approvals " + approvals + ", stored before: " + before);
        }
    }

    private void afterItsUndo(Row row, Entry effect) {
        books.of(row.id(), "UNDO_OBSERVED").stream().filter(fact -> fact.facts().contains("RESTORED")).filter(fact -> fact.committed().isBefore(effect.at()))
                .forEach(fact -> add(Kind.UNDO_BEFORE_EFFECT, row.id(), "It was said to be restored at " + fact.committed() + " and took effect at " + effect.at()));
    }

    private void heldBack(Held held, Instant from) {
        held.begunMeanwhile(books).filter(fact -> fact.committed().isAfter(from))
                .forEach(fact -> add(Kind.DESPITE_A_STOP, fact.actionRun(), "It was begun at " + fact.committed() + " during " + held));
    }

    /** Who held it when it was undone, other than the one that was letting go. */
    private void undo(Entry undo) {
        Row effect = books.ledger().get(undo.order().run());
        if (effect == null || effect.lease() == null) {
            return;
        }
        books.ledger().values().stream().filter(row -> effect.lease().equals(row.lease())).filter(row -> holds(row, undo.at()))
                .forEach(row -> add(Kind.FREED_OF_OTHERS, row.id(), "It was undone at " + undo.at() + " under " + effect.id() + " while this one held it"));
    }

    private boolean holds(Row row, Instant at) {
        Instant from = first(row, Set.of("ACTION_ATTEMPTED", "LEASE_JOINED"));
        Instant to = first(row, Set.of("UNDO_ATTEMPTED", "LEASE_RELEASED", "UNDO_OBSERVED"));
        return from != null && from.isBefore(at) && (to == null || to.isAfter(at));
    }

    private Instant first(Row row, Set<String> kinds) {
        return books.record().stream().filter(fact -> row.id().equals(fact.actionRun()) && kinds.contains(fact.kind())).map(Fact::committed).findFirst().orElse(null);
    }

    /** What every target is like in the end, and why. */
    private void finalState() {
        Map<String, Entry> last = new LinkedHashMap<>();
        books.journal().stream().filter(e -> e.happened() == Happened.EFFECT || e.happened() == Happened.BY_HAND)
                .forEach(e -> last.put(e.order().target() + " " + e.order().attribute(), e));
        last.values().stream().filter(e -> e.happened() == Happened.EFFECT && e.order().verb().equals("ACT")).forEach(this::remains);
    }

    private void remains(Entry effect) {
        Row row = books.ledger().get(effect.order().run());
        if (row == null || ENDS_BY_ITSELF.contains(row.actionType()) || LEFT_TO_A_PERSON.contains(row.state()) && aPersonDecided(row)) {
            return;
        }
        boolean claimed = row.state().equals("RESTORED");
        add(claimed ? Kind.UNDO_NOT_SEEN : Kind.STILL_CONTAINED, row.id(), "It is still contained, and the ledger says " + row.state());
    }

    private boolean aPersonDecided(Row row) {
        return books.record().stream().anyMatch(fact -> row.run().equals(fact.run()) && fact.kind().equals("PERSON_DECIDED"));
    }
}
