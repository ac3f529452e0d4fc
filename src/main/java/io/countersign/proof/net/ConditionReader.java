package io.countersign.proof.net;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads conditions of the closed vocabulary: comparisons of a known variable with a text, {@code inForce}, and {@code !}, {@code &&},
 * {@code ||} and parentheses between them, all within one <code>${…}</code>. Everything else is free.
 */
final class ConditionReader {

    private static final Pattern TOKEN = Pattern.compile("\\s*(&&|\\|\\||==|!=|!|\\(|\\)|'[^'\\\\]*'|\"[^\"\\\\]*\"|[A-Za-z_][A-Za-z0-9_]*)");
    private static final int DEEPEST = 32;

    private final Function<String, Optional<Variable>> variables;
    private final Matcher tokens;
    private String next;
    private int end;
    private int depth;

    private ConditionReader(String text, Function<String, Optional<Variable>> variables) {
        this.variables = variables;
        this.tokens = TOKEN.matcher(text);
        advance();
    }

    static Condition read(String text, Function<String, Optional<Variable>> variables) {
        String stripped = text.strip();
        if (!stripped.startsWith("${") || !stripped.endsWith("}") || stripped.length() > 4000) {
            return new Condition.Free(stripped);
        }
        String inner = stripped.substring(2, stripped.length() - 1);
        ConditionReader reader = new ConditionReader(inner, variables);
        try {
            Condition condition = reader.either();
            return reader.next == null && inner.substring(reader.end).isBlank() ? condition : new Condition.Free(stripped);
        } catch (NotOfTheVocabulary free) {
            return new Condition.Free(stripped);
        }
    }

    private Condition either() {
        if (++depth > DEEPEST) {
            throw new NotOfTheVocabulary();
        }
        Condition left = both();
        while (take("||")) {
            left = Condition.or(left, both());
        }
        depth--;
        return left;
    }

    private Condition both() {
        Condition left = single();
        while (take("&&")) {
            left = new Condition.And(left, single());
        }
        return left;
    }

    private Condition single() {
        if (take("!")) {
            return new Condition.Not(single());
        }
        if (take("(")) {
            Condition inner = either();
            require(take(")"));
            return inner;
        }
        require(next != null && Character.isJavaIdentifierStart(next.charAt(0)));
        Variable variable = variables.apply(next).orElseThrow(NotOfTheVocabulary::new);
        advance();
        if (variable.field() == Field.IN_FORCE) {
            return new Condition.Equal(variable, 1);
        }
        boolean equal = take("==");
        require(equal || take("!="));
        require(next != null && (next.charAt(0) == '\'' || next.charAt(0) == '"'));
        Condition condition = compare(variable, next.substring(1, next.length() - 1));
        advance();
        return equal ? condition : new Condition.Not(condition);
    }

    /** Each result of a rollback but one only needs attention; which one it is, is not followed. */
    private static Condition compare(Variable variable, String value) {
        int code = variable.field().code(value);
        require(code > 0);
        return new Condition.Equal(variable, code);
    }

    private boolean take(String token) {
        boolean taken = token.equals(next);
        if (taken) {
            advance();
        }
        return taken;
    }

    private void advance() {
        if (tokens.find() && tokens.start() == end) {
            next = tokens.group(1);
            end = tokens.end();
        } else {
            next = null;
        }
    }

    private static void require(boolean ok) {
        if (!ok) {
            throw new NotOfTheVocabulary();
        }
    }

    private static final class NotOfTheVocabulary extends RuntimeException {
        NotOfTheVocabulary() {
            super(null, null, false, false);
        }
    }
}
