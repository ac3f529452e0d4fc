package io.countersign.proof.decision;

import io.countersign.action.RiskTier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes decision tables for tests, as small as they can be. */
final class TableXml {

    private final List<String> inputs;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> whys = new ArrayList<>();
    private String hitPolicy = "COLLECT";

    private TableXml(List<String> inputs) {
        this.inputs = inputs;
    }

    static TableXml asking(String... inputs) {
        return new TableXml(List.of(inputs));
    }

    TableXml hitPolicy(String policy) {
        hitPolicy = policy;
        return this;
    }

    /** A rule with outputs that go with its tier. */
    TableXml rule(RiskTier tier, String... cells) {
        return ruleOf(outputs(tier), cells);
    }

    /** Quorum that goes with the tier, two teams, sensible times. */
    static String[] outputs(RiskTier tier) {
        return new String[] {"\"" + tier + "\"", "\"soc,owner\"", tier.machineActs() ? Integer.toString(tier.quorum()) : "0", "\"PT5M\"", "\"PT30M\"", "\"PT4H\"", "\"because\""};
    }

    /** A rule with all outputs but its name, which is {@code R1}, {@code R2} and so on. */
    TableXml ruleOf(String[] outputs, String... cells) {
        List<String> row = new ArrayList<>(List.of(cells));
        row.add("\"R" + (rows.size() + 1) + "\"");
        row.addAll(List.of(outputs));
        rows.add(row);
        whys.add("");
        return this;
    }

    /** What is written beside the rule before. */
    TableXml because(String why) {
        whys.set(whys.size() - 1, why);
        return this;
    }

    int rules() {
        return rows.size();
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    String text() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"n\">"
                + "<decision id=\"risk-tier\" name=\"risk\"><decisionTable id=\"table\" hitPolicy=\"" + hitPolicy + "\">");
        for (String input : inputs) {
            xml.append("<input id=\"in-" + input + "\"><inputExpression id=\"ex-" + input + "\" typeRef=\"" + (input.equals("confidence") ? "double" : "string") + "\"><text>" + input + "</text></inputExpression></input>");
        }
        for (String output : List.of("rule", "tier", "approverGroups", "quorum", "escalateAfter", "expireAfter", "lease", "reason")) {
            xml.append("<output id=\"out-" + output + "\" name=\"" + output + "\" typeRef=\"" + (output.equals("quorum") ? "integer" : "string") + "\"/>");
        }
        for (int row = 0; row < rows.size(); row++) {
            xml.append("<rule id=\"r" + (row + 1) + "\"><description>" + whys.get(row) + "</description>");
            for (int column = 0; column < rows.get(row).size(); column++) {
                String kind = column < inputs.size() ? "inputEntry" : "outputEntry";
                xml.append("<" + kind + " id=\"r" + (row + 1) + "-" + column + "\"><text>" + escaped(rows.get(row).get(column)) + "</text></" + kind + ">");
            }
            xml.append("</rule>");
        }
        return xml.append("</decisionTable></decision></definitions>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
