package io.countersign.playbook.engine;

import static camundajar.impl.scala.jdk.javaapi.CollectionConverters.asScala;

import camundajar.impl.scala.util.Either;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.FunctionProvider.CompositeFunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * FEEL that parses each cell of a table once and builds the built-in functions once; its parent does both again for every cell of
 * every evaluation. What a cell means is the parent's: whatever does not simply succeed is evaluated again by it, word for word.
 */
class ParsedOnceFeel extends FeelEngine {

    private static final int MOST_KEPT = 10_000;

    private final Cache<String, Either<Failure, ParsedExpression>> tests = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
    private final Cache<String, Either<Failure, ParsedExpression>> expressions = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
    private final FeelInterpreter interpreter;
    private final FunctionProvider functions;

    ParsedOnceFeel(FunctionProvider custom, ValueMapper values) {
        super(custom, values, new Configuration(false), FeelEngine.defaultClock());
        interpreter = new FeelInterpreter(values);
        functions = new CompositeFunctionProvider(asScala(List.of(new BuiltinFunctions(clock(), values), custom)).toList());
    }

    @Override
    public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
        return tests.get(text, super::parseUnaryTests);
    }

    @Override
    public Either<Failure, ParsedExpression> parseExpression(String text) {
        return expressions.get(text, super::parseExpression);
    }

    @Override
    public EvaluationResult evaluate(ParsedExpression parsed, Context variables) {
        try {
            EvalContext around = EvalContext.create(valueMapper(), functions).merge(variables);
            Val value = interpreter.eval(parsed.expression(), around);
            boolean plain = !(value instanceof ValError) && !(value instanceof ValFatalError) && around.failureCollector().failures().isEmpty();
            return plain ? new SuccessfulEvaluationResult(valueMapper().unpackVal(value), around.failureCollector().failures())
                    : super.evaluate(parsed, variables);
        } catch (RuntimeException failed) {
            return super.evaluate(parsed, variables);
        }
    }
}
