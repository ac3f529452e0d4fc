package io.countersign.proof.explore;

import io.countersign.proof.Vocabulary;
import io.countersign.proof.net.Field;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.behavior.TaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/** Stands in for policy and for the ledger: answers at random, and the recorder hears of it. */
public final class Answers extends AbstractBpmnParseListener {

    private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");

    private final EngineRecorder recorder;
    private Random random = new Random(0);
    private BooleanSupplier restored = () -> true;

    Answers(EngineRecorder recorder) {
        this.recorder = recorder;
    }

    /** @param restored whether nothing is in effect any more */
    void begin(Random random, BooleanSupplier restored) {
        this.random = random;
        this.restored = restored;
    }

    /** What a free condition is, each time that the engine asks. */
    public boolean isHeads() {
        return random.nextBoolean();
    }

    JavaDelegate verify() {
        return this::verify;
    }

    private void verify(DelegateExecution execution) {
        int code = restored.getAsBoolean() && random.nextBoolean() ? 1 : 2;
        recorder.answers(execution.getCurrentActivityId(), code);
        execution.getProcessInstance().setVariable(Vocabulary.VAR_ROLLBACK_OUTCOME, code == 1 ? "RESTORED" : "PARTIAL");
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        String assessed = assessed(element);
        activity.setActivityBehavior(new TaskActivityBehavior() {
            @Override
            public void performExecution(ActivityExecution execution) {
                int code = 1 + random.nextInt(Field.TIER.size());
                recorder.answers(execution.getCurrentActivityId(), code);
                ((DelegateExecution) execution).getProcessInstance().setVariable(Vocabulary.variable(assessed, "Tier"), Field.TIER.value(code));
                leave(execution);
            }
        });
    }

    private static String assessed(Element element) {
        return element.element("extensionElements").elementNS(CAMUNDA, "properties").elementsNS(CAMUNDA, "property").stream()
                .filter(property -> Vocabulary.ASSESSES.equals(property.attribute("name"))).map(property -> property.attribute("value")).findFirst().orElseThrow();
    }
}
