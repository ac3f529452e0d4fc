package io.countersign.stop;

import io.countersign.stop.StopRefused.Because;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Refuses a name that nothing has: a mistyped one would stop nothing. */
@Component
class KnownNames {

    private final ObjectProvider<Stoppable> stoppable;

    KnownNames(ObjectProvider<Stoppable> stoppable) {
        this.stoppable = stoppable;
    }

    /** @throws StopRefused if there is nothing of this name */
    void require(StopScope scope) {
        boolean known = scope.kind() == StopScope.Kind.EVERYTHING
                || stoppable.stream().anyMatch(some -> some.kind() == scope.kind() && some.names().containsKey(scope.name()));
        if (!known) {
            throw new StopRefused(Because.UNKNOWN, "There is no " + scope.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " '" + scope.name()
                    + "', so nothing was stopped. Choose one that exists.");
        }
    }
}
