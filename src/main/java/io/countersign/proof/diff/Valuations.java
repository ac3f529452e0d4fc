package io.countersign.proof.diff;

import io.countersign.proof.net.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every combination of values of some variables. */
final class Valuations {

    private static final long MOST = 20_000;

    private Valuations() {
    }

    /** Empty if there are too many to look at. */
    static Optional<List<Map<String, Integer>>> of(Set<String> variables) {
        long count = variables.stream().mapToLong(name -> field(name).size() + 1L).reduce(1, (a, b) -> a > MOST ? a : a * b);
        if (count > MOST) {
            return Optional.empty();
        }
        List<Map<String, Integer>> all = new ArrayList<>(List.of(Map.of()));
        for (String variable : variables) {
            List<Map<String, Integer>> longer = new ArrayList<>();
            for (Map<String, Integer> values : all) {
                for (int code = 0; code <= field(variable).size(); code++) {
                    Map<String, Integer> more = new HashMap<>(values);
                    more.put(variable, code);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return Optional.of(all);
    }

    static Field field(String variable) {
        return Field.valueOf(variable.substring(variable.lastIndexOf(' ') + 1));
    }

    /** In words, such as {@code tier AUTONOMOUS}. */
    static String words(String variable, int code) {
        return field(variable).name().toLowerCase().replace('_', ' ') + " " + field(variable).value(code);
    }
}
