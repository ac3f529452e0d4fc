package io.countersign.recommendation;

import java.util.List;

/** What the checks left of an answer: proposals, or the problems for which all of it was refused. */
record Advice(List<Proposal> proposals, List<String> problems) {

    private static final int MOST_PROBLEMS = 20;
    private static final int LONGEST_PROBLEM = 300;

    Advice {
        proposals = List.copyOf(proposals);
        problems = problems.stream().limit(MOST_PROBLEMS).map(Advice::printable).toList();
        if (!proposals.isEmpty() && !problems.isEmpty()) {
            throw new IllegalArgumentException("Advice is good as a whole or refused as a whole");
        }
    }

    static Advice of(List<Proposal> proposals) {
        return new Advice(proposals, List.of());
    }

    static Advice refused(String problem) {
        return refused(List.of(problem));
    }

    static Advice refused(List<String> problems) {
        return new Advice(List.of(), problems);
    }

    /** Problems quote untrusted output. */
    private static String printable(String problem) {
        String plain = problem.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return plain.length() <= LONGEST_PROBLEM ? plain : plain.substring(0, LONGEST_PROBLEM) + "…";
    }
}
