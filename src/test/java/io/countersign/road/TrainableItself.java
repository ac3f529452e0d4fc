package io.countersign.road;

import io.countersign.action.TargetKind;
import io.countersign.agent.Credential;
import io.countersign.connector.Answer;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.SelfCheck;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import io.countersign.connector.sandbox.Fault;
import io.countersign.connector.sandbox.SandboxTraining;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Lets the connector to Countersign itself misbehave as the sandbox is trained to for the same target; its effects stay real. */
@Component
class TrainableItself implements BeanPostProcessor {

    private final ObjectProvider<SandboxTraining> trainings;

    TrainableItself(ObjectProvider<SandboxTraining> trainings) {
        this.trainings = trainings;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Connector connector && connector.itself() ? new Trained(connector, this) : bean;
    }

    private Fault fault(ConnectorCall call) {
        return call.target().kind() != TargetKind.AGENT ? Fault.NONE : trainings.getObject().find(call.target()).training().fault();
    }

    private record Trained(Connector connector, TrainableItself trainer) implements Connector {

        @Override
        public String id() {
            return connector.id();
        }

        @Override
        public String name() {
            return connector.name();
        }

        @Override
        public boolean sandbox() {
            return false;
        }

        @Override
        public boolean itself() {
            return true;
        }

        @Override
        public Set<String> actionTypes() {
            return connector.actionTypes();
        }

        @Override
        public TargetState capture(ConnectorCall call) {
            if (trainer.fault(call) == Fault.UNREACHABLE) {
                throw new TargetUnreadable("trained to be out of reach");
            }
            return connector.capture(call);
        }

        @Override
        public TargetState expected(ConnectorCall call, TargetState prior) {
            return connector.expected(call, prior);
        }

        @Override
        public Answer act(ConnectorCall call, Credential credential) {
            return answer(trainer.fault(call), () -> patiently(call, connector.act(call, credential)));
        }

        @Override
        public Answer undo(ConnectorCall call, TargetState prior, Credential credential) {
            return connector.undo(call, prior, credential);
        }

        /** Tests look at a target for half a second only, and roll backs of other runs take longer; people have {@code countersign.execution.observe-for}. */
        private Answer patiently(ConnectorCall call, Answer answer) {
            Road.patiently().until(() -> connector.capture(call).equals(connector.expected(call, connector.capture(call))));
            return answer;
        }

        private static Answer answer(Fault fault, Supplier<Answer> order) {
            return switch (fault) {
                case REFUSES, UNREACHABLE, ABSENT -> new Answer.Refused("trained to refuse");
                case ANSWER_LOST_BEFORE_EFFECT -> new Answer.Lost("trained to lose the order");
                case ANSWER_LOST_AFTER_EFFECT -> {
                    order.get();
                    yield new Answer.Lost("trained to lose the answer");
                }
                default -> order.get();
            };
        }

        @Override
        public SelfCheck check() {
            return connector.check();
        }
    }
}
