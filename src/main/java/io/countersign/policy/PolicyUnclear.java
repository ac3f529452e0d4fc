package io.countersign.policy;

/** A rule of the risk decision has an output that cannot be read; what it matched is denied until a designer mends it. */
public class PolicyUnclear extends RuntimeException {

    public PolicyUnclear(String rule, String output, String problem) {
        super("Rule " + rule + ": output '" + output + "' " + problem);
    }
}
