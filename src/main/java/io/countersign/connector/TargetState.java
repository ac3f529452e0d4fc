package io.countersign.connector;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was seen of a target: exactly the attributes that the action touches, as text. Two states are the same if all attributes are. */
public record TargetState(SortedMap<String, String> attributes) {

    public TargetState {
        attributes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    public static TargetState of(Map<String, String> attributes) {
        return new TargetState(new TreeMap<>(attributes));
    }

    public static TargetState of(String name, String value) {
        return of(Map.of(name, value));
    }
}
