package io.countersign.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Holds the short way against the library's, over facts of every plain kind. */
class PlainFactsTest {

    private static final FactsJson LIBRARY = new FactsJson(new ObjectMapper());
    private static final String SIGNS = "aZ09 \"\\/\b\f\n\r\t\u0001\u001f\u007f\u0080\u00e9\u20ac\u2028\ufb33\uffff<>&'{}[]:,";
    private static final List<Double> NUMBERS = List.of(0.0, -0.0, 0.1, 1.0, 100.0, 0.333333333333333, 1e21, 1e-7, 123456789012345680000.0, 5e-324, -1.5,
            9007199254740993.0, Double.MAX_VALUE);

    private final Random random = new Random(7);

    @Test
    void plainFactsAreWrittenAsTheLibraryWritesThem() {
        for (int i = 0; i < 5000; i++) {
            Map<String, Object> facts = map(3);
            assertThat(PlainFacts.canonical(facts)).hasValue(LIBRARY.thoroughly(facts));
        }
    }

    @Test
    void whatIsNotPlainIsLeftToTheLibrary() {
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("a", null);
        for (Object odd : List.of(Thread.State.NEW, 1.5f, new java.math.BigDecimal("0.1"), 1L << 53, Double.NaN, "\0", "\ud83d\ude00", "\ud83d", List.of(Map.of(1, 2)),
                nothing)) {
            assertThat(PlainFacts.canonical(Map.of("odd", odd))).as("%s", odd).isEmpty();
        }
    }

    private Map<String, Object> map(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            map.put(text(), value(depth - 1));
        }
        return map;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> random.nextBoolean();
            case 1 -> random.nextInt();
            case 2 -> random.nextLong() >> 11;
            case 3 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case 4 -> random.nextGaussian();
            case 5 -> text();
            case 6 -> map(depth);
            default -> list(depth);
        };
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(depth - 1));
        }
        return list;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }
}
