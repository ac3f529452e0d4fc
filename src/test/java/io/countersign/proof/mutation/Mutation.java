package io.countersign.proof.mutation;

import io.countersign.proof.Rule;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.w3c.dom.Element;

/**
 * One kind of change to a playbook.
 *
 * @param sentence what it does
 * @param places   the elements of a file that it fits
 * @param change   changes the file at one of them
 * @param rules    one of them must refuse it; none if it does no harm
 */
record Mutation(String sentence, Function<Surgery, List<Element>> places, BiConsumer<Surgery, Element> change, Set<Rule> rules) {

    static Mutation unsafe(String sentence, Function<Surgery, List<Element>> places, BiConsumer<Surgery, Element> change, Rule... rules) {
        return new Mutation(sentence, places, change, Set.of(rules));
    }

    static Mutation harmless(String sentence, Function<Surgery, List<Element>> places, BiConsumer<Surgery, Element> change) {
        return new Mutation(sentence, places, change, Set.of());
    }

    @Override
    public String toString() {
        return sentence;
    }
}
