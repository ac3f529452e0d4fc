package io.countersign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.faults.Books.Fact;
import io.countersign.faults.Books.OpenLease;
import io.countersign.faults.Books.Row;
import io.countersign.faults.Books.Run;
import io.countersign.faults.Books.Said;
import io.countersign.faults.Violation.Kind;
import io.countersign.faults.target.Entry;
import io.countersign.faults.target.Entry.Happened;
import io.countersign.faults.target.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A fault run that finds nothing is worth nothing unless it would find something: each counter is made to count. */
class JudgeTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Entry> journal = new ArrayList<>(List.of(entry(20, Happened.EFFECT, "ACT", "no", "yes"), entry(40, Happened.EFFECT, "UNDO", "yes", "no")));
    private final Map<String, Row> ledger = new HashMap<>(Map.of("r1", row("r1", "RESTORED")));
    private final List<Fact> record = new ArrayList<>(List.of(fact(10, "ACTION_ATTEMPTED", "r1", "{}"), fact(25, "ACTION_OBSERVED", "r1", "{}"),
            fact(35, "UNDO_ATTEMPTED", "r1", "{}"), fact(45, "UNDO_OBSERVED", "r1", "{\"result\":\"RESTORED\"}")));
    private final List<Run> runs = new ArrayList<>(List.of(new Run("run", "block-malicious-address", "ENDED", "Released and observed")));
    private final Map<String, List<Said>> said = new HashMap<>(Map.of("d", List.of(new Said("q", "sam", "soc", true))));
    private final List<OpenLease> leases = new ArrayList<>();

    @Test
    void anOrdinaryStoryIsNoViolation() {
        assertThat(found()).isEmpty();
    }

    @Test
    void anEffectThatNobodyApproved() {
        said.put("d", List.of(new Said("q", "sam", "soc", false)));
        assertThat(found()).containsExactly(Kind.WITHOUT_AUTHORITY);
    }

    @Test
    void anEffectBeforeItsWayBackWasStored() {
        record.set(0, fact(21, "ACTION_ATTEMPTED", "r1", "{}"));
        assertThat(found()).containsExactly(Kind.WITHOUT_AUTHORITY);
    }

    @Test
    void aSecondOrderForOneRun() {
        journal.add(1, entry(22, Happened.SECOND, "ACT", "yes", "yes"));
        assertThat(found()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void anEffectThatTheLedgerDoesNotHave() {
        ledger.clear();
        assertThat(found()).containsExactly(Kind.NOT_IN_LEDGER);
    }

    @Test
    void aTargetThatStaysContained() {
        journal.remove(1);
        ledger.put("r1", row("r1", "CONFIRMED"));
        assertThat(found()).containsExactly(Kind.STILL_CONTAINED, Kind.STILL_CONTAINED);
    }

    @Test
    void whatAPersonDecidedToLeaveIsNoViolation() {
        journal.remove(1);
        ledger.put("r1", row("r1", "UNSAFE"));
        record.add(fact(60, "PERSON_DECIDED", null, "{}"));
        assertThat(found()).isEmpty();
    }

    @Test
    void anUndoThatIsOnlyClaimed() {
        journal.remove(1);
        assertThat(found()).containsExactly(Kind.UNDO_NOT_SEEN);
    }

    @Test
    void anUnknownThatIsTakenAsNotDone() {
        ledger.put("r1", row("r1", "NOT_APPLIED"));
        assertThat(found()).containsExactly(Kind.UNKNOWN_TAKEN_AS_NOT_DONE);
    }

    @Test
    void anEffectThatComesAfterItsUndoWasSeen() {
        journal.add(entry(50, Happened.EFFECT, "ACT", "no", "yes"));
        journal.remove(0);
        assertThat(found()).contains(Kind.UNDO_BEFORE_EFFECT);
    }

    @Test
    void aReleaseOfWhatAnotherHolds() {
        ledger.put("r2", row("r2", "CONFIRMED"));
        record.add(fact(30, "LEASE_JOINED", "r2", "{}"));
        assertThat(found()).contains(Kind.FREED_OF_OTHERS);
    }

    @Test
    void aRunThatDoesNotEndAndALeaseThatIsNotOver() {
        runs.add(new Run("other", "block-malicious-address", "RUNNING", null));
        leases.add(new OpenLease("l2", "ADDRESS 203.0.113.2", "ACTIVE", "r1", 1));
        assertThat(found()).containsExactly(Kind.STUCK, Kind.STUCK);
    }

    @Test
    void anEffectThatIsBegunWhileItIsStopped() {
        record.add(0, fact(8, "STOP_PRESSED", null, "{\"stop\":1,\"scope\":\"CONNECTOR\",\"name\":\"simulator\"}"));
        assertThat(found()).containsExactly(Kind.DESPITE_A_STOP);
        record.add(1, fact(9, "STOP_LIFTED", null, "{\"stop\":1,\"scope\":\"CONNECTOR\",\"name\":\"simulator\"}"));
        assertThat(found()).isEmpty();
        record.add(0, fact(8, "STOP_PRESSED", null, "{\"stop\":2,\"scope\":\"PLAYBOOK\",\"name\":\"isolate-infected-host\"}"));
        assertThat(found()).isEmpty();
    }

    @Test
    void anEffectOfWhatOnlyPretends() {
        record.add(0, fact(9, "DRY_RUN_BEGUN", null, "{\"scope\":\"PLAYBOOK\",\"name\":\"block-malicious-address\"}"));
        assertThat(found()).containsExactly(Kind.DESPITE_A_STOP);
        ledger.put("r1", row("r1", "DRY_RUN"));
        record.remove(0);
        assertThat(found()).contains(Kind.DESPITE_A_STOP);
    }

    private List<Kind> found() {
        return Judge.violations(new Books(journal, ledger, record, runs, said, leases)).stream().map(Violation::kind).toList();
    }

    private static Row row(String id, String state) {
        return new Row(id, "d", "run", "block-address", "block-address", "ADDRESS 203.0.113.1", "simulator", state, true, "l1", "APPROVE", START);
    }

    private static Fact fact(long second, String kind, String actionRun, String facts) {
        return new Fact(second, START.plusSeconds(second), kind, "somebody", "INC-1", "run", actionRun, "d", facts);
    }

    private static Entry entry(long second, Happened happened, String verb, String before, String after) {
        Order order = new Order("delivery-" + second, "a", "r1", verb, "block-address", "ADDRESS 203.0.113.1", "block-address", before, after);
        return new Entry(second, START.plusSeconds(second), happened, "CALM", order, before, after);
    }
}
