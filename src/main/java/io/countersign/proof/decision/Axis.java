package io.countersign.proof.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One input cut into atoms: values, or intervals of numbers, that no cell of the table can tell apart any further.
 *
 * @param sendable the atoms that the product can send; the others are {@code null} and what is in no list
 */
record Axis(Fact fact, List<Atom> atoms, BitSet sendable) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** A representative value and how it is said. */
    record Atom(String label, Object value) {
    }

    /** An input of texts. */
    static Axis ofTexts(Fact fact, List<String> sent, List<Cell> cells) {
        Set<String> values = new LinkedHashSet<>(sent);
        cells.stream().flatMap(cell -> cell.tests().stream()).forEach(test -> {
            if (test instanceof Cell.Same same && same.expected() instanceof String text) {
                values.add(text);
            }
        });
        List<Atom> atoms = values.stream().map(value -> new Atom(value, value)).collect(Collectors.toCollection(ArrayList::new));
        atoms.add(new Atom("(anything else)", new Object()));
        atoms.add(new Atom("(missing)", null));
        BitSet sendable = new BitSet();
        sendable.set(0, sent.size());
        return new Axis(fact, List.copyOf(atoms), sendable);
    }

    /** A number that the product sends between 0 and 1. Atoms go from the highest to the lowest, which is from harmless to grave. */
    static Axis ofNumbers(Fact fact, List<Cell> cells) {
        Set<BigDecimal> limits = new TreeSet<>(List.of(BigDecimal.ZERO, BigDecimal.ONE));
        cells.stream().flatMap(cell -> cell.tests().stream()).forEach(test -> addLimits(test, limits));
        List<Atom> atoms = new ArrayList<>();
        BitSet sendable = new BitSet();
        BigDecimal above = null;
        for (BigDecimal limit : ((TreeSet<BigDecimal>) limits).descendingSet()) {
            atoms.add(above == null ? new Atom("above " + said(limit), limit.add(BigDecimal.ONE)) : between(limit, above));
            sendable.set(atoms.size() - 1, above != null && limit.signum() >= 0 && above.compareTo(BigDecimal.ONE) <= 0);
            atoms.add(new Atom(said(limit), limit));
            sendable.set(atoms.size() - 1, limit.signum() >= 0 && limit.compareTo(BigDecimal.ONE) <= 0);
            above = limit;
        }
        atoms.add(new Atom("below " + said(above), above.subtract(BigDecimal.ONE)));
        atoms.add(new Atom("(missing)", null));
        return new Axis(fact, List.copyOf(atoms), sendable);
    }

    private static void addLimits(Cell.Test test, Set<BigDecimal> limits) {
        if (test instanceof Cell.Same same && same.expected() instanceof BigDecimal number) {
            limits.add(number.stripTrailingZeros());
        }
        if (test instanceof Cell.Within within) {
            java.util.stream.Stream.of(java.util.Optional.ofNullable(within.low()), java.util.Optional.ofNullable(within.high()))
                    .flatMap(java.util.Optional::stream).forEach(number -> limits.add(number.stripTrailingZeros()));
        }
    }

    private static Atom between(BigDecimal low, BigDecimal high) {
        return new Atom("between " + said(low) + " and " + said(high), low.add(high).divide(TWO));
    }

    private static String said(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, atoms.size());
        return all;
    }

    /** The atoms that a cell lets pass. */
    BitSet matching(Cell cell) {
        BitSet matching = new BitSet();
        for (int atom = 0; atom < atoms.size(); atom++) {
            matching.set(atom, cell.matches(atoms.get(atom).value()));
        }
        return matching;
    }

    BitSet named(List<String> values) {
        BitSet named = new BitSet();
        for (int atom = 0; atom < atoms.size(); atom++) {
            named.set(atom, values.contains(atoms.get(atom).label()));
        }
        return named;
    }

    /** Where the product sends values in the order of their risk: their atoms, from harmless to grave. */
    List<List<Integer>> chains() {
        if (fact.number()) {
            return List.of(sendable.stream().boxed().toList());
        }
        return fact.chains().stream().map(chain -> chain.stream().map(value -> named(List.of(value)).nextSetBit(0)).toList()).toList();
    }

    String said(BitSet some) {
        return some.stream().mapToObj(atom -> atoms.get(atom).label()).collect(Collectors.joining(" or "));
    }
}
