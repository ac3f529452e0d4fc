package io.countersign.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.countersign.connector.Connector;
import io.countersign.connector.TargetState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparationTest {

    /** What a worker in another segment serves is asked over the line, also for what is to be expected. */
    @Test
    void allThatAProductIsAskedIsWaitedForOutsideOfThePlace() {
        List<String> events = new ArrayList<>();
        Connector connector = mock(Connector.class);
        when(connector.capture(any())).then(asked -> {
            events.add("capture");
            return TargetState.of("blocked", "false");
        });
        when(connector.expected(any(), any())).then(asked -> {
            events.add("expected");
            return TargetState.of("blocked", "true");
        });
        Waiting.workIn(new Waiting.Place() {
            @Override
            public void leave() {
                events.add("left");
            }

            @Override
            public void comeBack() {
                events.add("back");
            }
        }, () -> Preparation.of(connector, null, null));
        assertThat(events).containsExactly("left", "capture", "back", "left", "expected", "back");
    }
}
