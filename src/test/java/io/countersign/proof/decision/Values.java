package io.countersign.proof.decision;

import io.countersign.action.ActionType;
import io.countersign.action.Catalogues;
import io.countersign.action.TargetKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What an input can be, written down without the analysis. */
final class Values {

    private Values() {
    }

    /** What the product sends. */
    static List<String> of(String input) {
        return switch (input) {
            case "reversibility" -> List.of("E", "R1", "R2", "R3", "R5", "R4");
            case "severity" -> List.of("INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL");
            case "environment" -> List.of("DEVELOPMENT", "STAGING", "PRODUCTION", "UNKNOWN");
            case "targetCriticality" -> List.of("LOW", "MEDIUM", "HIGH", "CRITICAL", "UNKNOWN");
            case "ticketState" -> List.of("OPEN", "IN_PROGRESS", "CLOSED");
            case "agentCeiling" -> List.of("DENY", "HUMAN_ONLY", "DUAL", "APPROVE", "AUTONOMOUS", "OBSERVE");
            case "targetKind" -> Arrays.stream(TargetKind.values()).map(Enum::name).toList();
            case "actionType" -> Catalogues.shipped().all().stream().map(ActionType::id).toList();
            default -> throw new IllegalArgumentException(input);
        };
    }

    /** What is sent, as variables; numbers in steps that no generated limit is finer than. */
    static List<Object> sent(String input) {
        return input.equals("confidence") ? IntStream.rangeClosed(0, 20).<Object>mapToObj(step -> BigDecimal.valueOf(step).movePointLeft(1).divide(BigDecimal.valueOf(2)).doubleValue()).toList()
                : List.copyOf(of(input));
    }

    /** And what is never sent. */
    static List<Object> all(String input) {
        List<Object> all = new ArrayList<>(sent(input));
        all.addAll(input.equals("confidence") ? List.of(-1.0, 2.0) : List.of("?"));
        all.add(null);
        return all;
    }

    /** Whether one value is graver than another, by the words of the design. */
    static boolean graver(String input, Object than, Object value) {
        if (input.equals("confidence")) {
            return (double) value < (double) than;
        }
        List<List<String>> chains = switch (input) {
            case "targetCriticality" -> List.of(List.of("LOW", "MEDIUM", "HIGH", "CRITICAL"), List.of("LOW", "MEDIUM", "HIGH", "UNKNOWN"));
            case "ticketState" -> List.of(List.of("OPEN", "CLOSED"), List.of("IN_PROGRESS", "CLOSED"));
            case "agentCeiling" -> List.of(List.of("HUMAN_ONLY", "DUAL", "APPROVE", "AUTONOMOUS", "OBSERVE"));
            case "reversibility", "severity", "environment" -> List.of(of(input));
            default -> List.of();
        };
        return chains.stream().anyMatch(chain -> chain.contains(than) && chain.indexOf(value) > chain.indexOf(than));
    }
}
