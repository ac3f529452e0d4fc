package io.countersign.proof.net;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The condition of a flow. What is not of the closed vocabulary is {@link Free}: it is taken both ways. */
public sealed interface Condition {

    Condition ALWAYS = new Always();

    /** What the variables are at a moment. */
    interface Values {
        /** The value's code (see {@link Field#code}), 0 if it is not set, -1 if it is not known. */
        int of(Variable variable);
    }

    Truth test(Values values);

    Set<Variable> variables();

    record Always() implements Condition {
        @Override
        public Truth test(Values values) {
            return Truth.TRUE;
        }

        @Override
        public Set<Variable> variables() {
            return Set.of();
        }
    }

    /** @param code of the value that it is compared with; 0 where no value is ever equal */
    record Equal(Variable variable, int code) implements Condition {
        @Override
        public Truth test(Values values) {
            int value = values.of(variable);
            return value < 0 ? Truth.UNKNOWN : value > 0 && value == code ? Truth.TRUE : Truth.FALSE;
        }

        @Override
        public Set<Variable> variables() {
            return Set.of(variable);
        }
    }

    record Not(Condition inner) implements Condition {
        @Override
        public Truth test(Values values) {
            return inner.test(values).not();
        }

        @Override
        public Set<Variable> variables() {
            return inner.variables();
        }
    }

    record And(Condition left, Condition right) implements Condition {
        @Override
        public Truth test(Values values) {
            return left.test(values).and(right.test(values));
        }

        @Override
        public Set<Variable> variables() {
            return Stream.concat(left.variables().stream(), right.variables().stream()).collect(Collectors.toSet());
        }
    }

    /** @param text as the file says it */
    record Free(String text) implements Condition {
        @Override
        public Truth test(Values values) {
            return Truth.UNKNOWN;
        }

        @Override
        public Set<Variable> variables() {
            return Set.of();
        }
    }

    static Condition or(Condition left, Condition right) {
        return new Not(new And(new Not(left), new Not(right)));
    }

    default boolean free() {
        return this instanceof Free || this instanceof Not not && not.inner().free() || this instanceof And and && (and.left().free() || and.right().free());
    }
}
