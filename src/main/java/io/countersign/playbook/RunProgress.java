package io.countersign.playbook;

import java.time.Instant;
import java.util.List;

/**
 * Where a run stands in its drawing.
 *
 * @param active elements that wait or work now
 * @param done   elements that were passed
 * @param failed elements whose work failed and waits for a person
 * @param steps  what happened in order, from the process history
 */
public record RunProgress(String definition, List<String> active, List<String> done, List<String> failed, List<Step> steps) {

    /** One element as it was passed. {@code end} is null while it goes on; {@code person} completed it, or null. */
    public record Step(String activity, String name, String type, Instant start, Instant end, boolean canceled, String person) {
    }
}
