package io.countersign.action;

/** A rule of the risk decision has an output that cannot be read; what it matched is denied until a designer mends it. */
public class RuleUnclear extends RuntimeException {

    private final String output;
    private final String problem;

    RuleUnclear(String rule, String output, String problem) {
        super("Rule " + rule + ": output '" + output + "' " + problem);
        this.output = output;
        this.problem = problem;
    }

    /** Name of the output that cannot be read. */
    public String output() {
        return output;
    }

    public String problem() {
        return problem;
    }
}
