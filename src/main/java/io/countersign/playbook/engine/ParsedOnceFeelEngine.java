package io.countersign.playbook.engine;

import java.util.List;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/** The engine's own adapter between DMN and FEEL, over {@link ParsedOnceFeel}; no functions but the built-in ones. */
class ParsedOnceFeelEngine extends ScalaFeelEngine {

    ParsedOnceFeelEngine() {
        super(List.of());
    }

    @Override
    protected FeelEngine buildFeelEngine(CustomFunctionTransformer functions, CompositeValueMapper values) {
        return new ParsedOnceFeel(functions, values);
    }
}
