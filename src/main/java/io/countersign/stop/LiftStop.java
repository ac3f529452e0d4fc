package io.countersign.stop;

import io.countersign.stop.StopRefused.Because;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lifts a stop: one person asks, with reasons, and within the hour a second one agrees, with reasons of their own, or does not. */
@Service
@Transactional
public class LiftStop {

    /** After that the world is another one, and it has to be asked for again. */
    static final Duration ANSWER_WITHIN = Duration.ofHours(1);

    private static final int SHORTEST = 10;

    private final StopTable table;
    private final StopRecord record;
    private final StopRights rights;
    private final ApplicationEventPublisher events;

    LiftStop(StopTable table, StopRecord record, StopRights rights, ApplicationEventPublisher events) {
        this.table = table;
        this.record = record;
        this.rights = rights;
        this.events = events;
    }

    /** Why this person cannot lift it now; empty if they can. */
    @Transactional(readOnly = true)
    public Optional<String> objection(Stop stop, String username) {
        return current(stop).isEmpty() ? Optional.of("Nobody asked for it within the last hour: one person asks, a second one agrees.")
                : rights.objection(current(stop).get().person(), username);
    }

    /** The request that a second person can still agree to. */
    public Optional<Stop.Word> current(Stop stop) {
        return stop.asked().filter(word -> record.now().isBefore(word.at().plus(ANSWER_WITHIN)));
    }

    /** @throws StopRefused if they may not, gave no reasons, it is not in force, or somebody asked already */
    public void ask(long id, String person, String reason) {
        Stop stop = inForce(id);
        if (!rights.mayLift(person)) {
            throw new StopRefused(Because.NOT_ALLOWED, "Lifting takes the role approver or governor. The stop stays in force.");
        }
        if (current(stop).isPresent()) {
            throw new StopRefused(Because.NOT_WAITING, "Somebody has asked for that already; a second person has to agree now.");
        }
        Stop.Word word = word(person, reason);
        table.asked(id, word);
        record.asked(stop, word);
    }

    /** @throws StopRefused if they may not, gave no reasons, it is not in force, or nobody asked in time */
    public void lift(long id, String person, String reason) {
        Stop stop = allowed(id, person);
        Stop.Word word = word(person, reason);
        table.lifted(id, word);
        record.lifted(stop, word);
        events.publishEvent(new StopLifted(table.find(id).orElseThrow()));
    }

    /** The second person wants it to stay. @throws StopRefused as for {@link #lift} */
    public void keep(long id, String person, String reason) {
        Stop stop = allowed(id, person);
        Stop.Word word = word(person, reason);
        table.asked(id, null);
        record.kept(stop, word);
    }

    private Stop allowed(long id, String person) {
        Stop stop = inForce(id);
        objection(stop, person).ifPresent(why -> {
            throw new StopRefused(current(stop).isEmpty() ? Because.NOT_WAITING : Because.NOT_ALLOWED, why + " The stop stays in force.");
        });
        return stop;
    }

    private Stop inForce(long id) {
        Stop stop = table.lock(id).orElseThrow(() -> new StopRefused(Because.UNKNOWN, "There is no such stop."));
        if (!stop.inForce()) {
            throw new StopRefused(Because.NOT_WAITING, "This stop was lifted already.");
        }
        return stop;
    }

    private Stop.Word word(String person, String reason) {
        return new Stop.Word(person, StopRefused.reason(reason, SHORTEST), record.now());
    }
}
