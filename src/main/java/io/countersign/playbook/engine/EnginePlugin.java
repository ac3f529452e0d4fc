package io.countersign.playbook.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.stereotype.Component;

/** Gives the engine our last gate, our parse listener, a FEEL that parses once, our way with failed jobs, and only those beans that a playbook may name: an expression reaches nothing else. */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin {

    private final LastGate gate;
    private final PlaybookParseListener listener;
    private final Map<Object, Object> beans;

    EnginePlugin(LastGate gate, PlaybookParseListener listener, JavaDelegate escalateApproval, JavaDelegate expireApproval, VerifyRollback verifyRollback,
                 ChooseNextUndo chooseNextUndo) {
        this.gate = gate;
        this.listener = listener;
        this.beans = Map.of("escalateApproval", escalateApproval, "expireApproval", expireApproval, "verifyRollback", verifyRollback,
                "chooseNextUndo", chooseNextUndo);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (configuration.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPostBPMNParseListeners());
        }
        listeners.add(listener);
        configuration.setCustomPostBPMNParseListeners(listeners);
        List<Deployer> deployers = new ArrayList<>(List.of(gate));
        if (configuration.getCustomPreDeployers() != null) {
            deployers.addAll(configuration.getCustomPreDeployers());
        }
        configuration.setCustomPreDeployers(deployers);
        configuration.setBeans(beans);
        configuration.setFailedJobCommandFactory(new FailedJobs());
        configuration.setDmnEngineConfiguration(new DefaultDmnEngineConfiguration().feelEngineFactory(ParsedOnceFeelEngine::new));
    }
}
