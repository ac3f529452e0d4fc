package io.countersign.console;

import java.util.Optional;

/**
 * A bean by which a module says how its exceptions look to people and programs. MUST answer only for its own exceptions, whose
 * messages are made for people.
 */
@FunctionalInterface
public interface ProblemSource {

    Optional<Problem> describe(Throwable thrown);
}
