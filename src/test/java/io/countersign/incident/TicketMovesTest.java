package io.countersign.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every pair of states of a ticket is either a listed move or refused. */
class TicketMovesTest {

    private static final Map<TicketState, Set<TicketState>> ALLOWED = Map.of(TicketState.OPEN, Set.of(TicketState.IN_PROGRESS, TicketState.CLOSED),
            TicketState.IN_PROGRESS, Set.of(TicketState.OPEN, TicketState.CLOSED), TicketState.CLOSED, Set.of(TicketState.IN_PROGRESS));

    @ParameterizedTest
    @EnumSource
    void onlyListedMovesAreAllowed(TicketState from) {
        assertThat(from.next()).isEqualTo(ALLOWED.get(from));
        for (TicketState to : TicketState.values()) {
            if (ALLOWED.get(from).contains(to)) {
                assertThatCode(() -> TicketMoves.check(from, to)).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> TicketMoves.check(from, to)).as(from + " to " + to).isInstanceOf(ChangeRefused.class);
            }
        }
    }
}
