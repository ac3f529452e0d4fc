package io.countersign.stop;

import java.util.Map;

/** A bean by which another module says what can be stopped by name, so that a mistyped name is refused instead of stopping nothing. */
public interface Stoppable {

    StopScope.Kind kind();

    /** Names for people by id, of all that there is now. */
    Map<String, String> names();
}
