package io.countersign.stop;

import java.util.List;
import java.util.Optional;

/** What is stopped. Read from the database each time, on every node: what one person pressed counts everywhere once it is committed. */
public interface Stops {

    /** The widest first, then the oldest. */
    List<Stop> inForce();

    /** With those that were lifted, newest first. */
    List<Stop> latest(int most);

    Optional<Stop> find(long id);

    /** Those that hold this back, the widest first. For people to look at: it may change in the next moment. */
    List<Stop> against(Deed deed);

    /**
     * The stop that holds this back, exactly: until the caller's transaction ends nobody can press another one. MUST be called in the
     * transaction that claims the effect, after everything else that may wait.
     */
    Optional<Stop> gate(Deed deed);
}
