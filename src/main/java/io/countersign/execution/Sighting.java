package io.countersign.execution;

import io.countersign.connector.TargetState;
import java.util.Optional;

/** What was last seen of a target. {@code state} is empty where it could not be read at all; {@code note} says why, for people. */
record Sighting(Optional<TargetState> state, String note) {

    boolean is(TargetState wanted) {
        return state.filter(wanted::equals).isPresent();
    }
}
