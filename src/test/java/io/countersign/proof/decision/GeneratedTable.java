package io.countersign.proof.decision;

import io.countersign.action.RiskTier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A table by chance: some inputs, some rules, cells of every form. */
final class GeneratedTable {

    private final Random random;

    GeneratedTable(Random random) {
        this.random = random;
    }

    TableXml table(List<String> inputs, int rules, double blank) {
        TableXml table = TableXml.asking(inputs.toArray(String[]::new));
        for (int rule = 0; rule < rules; rule++) {
            table.rule(RiskTier.values()[random.nextInt(6)], inputs.stream().map(input -> cell(input, blank)).toArray(String[]::new));
        }
        return table;
    }

    String cell(String input, double blank) {
        if (random.nextDouble() < blank) {
            return random.nextBoolean() ? "" : "-";
        }
        return input.equals("confidence") ? number() : texts(input);
    }

    private String texts(String input) {
        List<String> values = new ArrayList<>(Values.of(input));
        Collections.shuffle(values, random);
        List<String> some = new ArrayList<>(values.subList(0, 1 + random.nextInt(Math.min(3, values.size()))));
        some.replaceAll(value -> "\"" + value + "\"");
        if (random.nextInt(8) == 0) {
            some.add("null");
        }
        String list = String.join(", ", some);
        return random.nextInt(3) == 0 ? "not(" + list + ")" : list;
    }

    private String number() {
        String low = "0." + random.nextInt(5);
        String high = "0." + (5 + random.nextInt(5));
        return List.of("< " + low, "<= " + high, "> " + high, ">= " + low, "[" + low + ".." + high + ")", "]" + low + ".." + high + "]", "null, < " + low, "not(> " + high + ")", high)
                .get(random.nextInt(9));
    }
}
