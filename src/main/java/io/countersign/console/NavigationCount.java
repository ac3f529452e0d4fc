package io.countersign.console;

/** A bean by which a module puts a number beside its entry of the navigation. MUST answer within a few milliseconds. */
public interface NavigationCount {

    /** The entry: its path, for example {@code /inbox}. */
    String path();

    /** How much of it concerns this person now; 0 shows nothing. */
    long count(String username);
}
