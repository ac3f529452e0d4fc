package io.countersign.command;

import io.countersign.worker.Worker;
import java.util.List;
import org.springframework.core.NestedExceptionUtils;

/** {@code worker}: serves connectors for the nodes until it is told to end. */
record WorkerCommand(List<String> settings) {

    int run() {
        settings.stream().filter(setting -> !setting.startsWith("--")).findFirst().ifPresent(word -> {
            throw new Unusable("'" + word + "' is no setting: they look like --countersign.worker.nodes=https://node.example.org:8443");
        });
        try {
            Worker.run(settings);
        } catch (RuntimeException refused) {
            throw new Unusable("the worker cannot start: " + NestedExceptionUtils.getMostSpecificCause(refused).getMessage());
        }
        return CommandLine.CLEAN;
    }
}
