package io.countersign.execution;

import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at a target until it is as wanted or the time is up. No transaction is open and no connection is held meanwhile. */
@Component
class TargetWatch {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final ExecutionSettings settings;

    TargetWatch(ExecutionSettings settings) {
        this.settings = settings;
    }

    /** Looks once. */
    Sighting look(Connector connector, ConnectorCall call) {
        try {
            return new Sighting(Optional.of(Waiting.forProduct(() -> connector.capture(call))), "seen");
        } catch (TargetUnreadable unreadable) {
            return new Sighting(Optional.empty(), unreadable.getMessage());
        } catch (RuntimeException broken) {
            return new Sighting(Optional.empty(), "The connector " + connector.id() + " failed while reading: " + broken.getClass().getSimpleName());
        }
    }

    /** Looks until the wanted state is seen, at the longest for the configured time; real time, since it paces calls to a product. */
    Sighting until(TargetState wanted, Connector connector, ConnectorCall call) {
        long deadline = System.nanoTime() + settings.observeFor().toNanos();
        Duration pause = settings.observeEvery();
        Sighting seen = look(connector, call);
        while (!seen.is(wanted) && System.nanoTime() < deadline && rest(pause)) {
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            seen = look(connector, call);
        }
        return seen;
    }

    private static boolean rest(Duration pause) {
        return Waiting.forProduct(() -> sleep(pause));
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
