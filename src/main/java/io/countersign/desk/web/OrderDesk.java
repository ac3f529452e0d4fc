package io.countersign.desk.web;

import io.countersign.evidence.Actor;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.playbook.FormResult;
import io.countersign.rollback.RunOrders;
import io.countersign.rollback.RunRequestRefused;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Hands an order that was filled in on to the module that carries it out. */
@Component
class OrderDesk {

    private final RunOrders orders;

    OrderDesk(RunOrders orders) {
        this.orders = orders;
    }

    /** @param values checked against the order's form. @return why it was not taken; empty if it was */
    List<FormResult.Problem> order(PlaybookRunId run, RunOrder order, Map<String, Object> values, Actor by) {
        String reason = String.valueOf(values.get("reason"));
        try {
            switch (order) {
                case ROLLBACK -> orders.rollBack(run, reason, by);
                case RELEASE -> orders.release(run, reason, by);
                // A day is a day in UTC, and ends the keeping when it begins: never later than what was chosen.
                case KEEP -> orders.keep(run, ((LocalDate) values.get("until")).atStartOfDay(ZoneOffset.UTC).toInstant(), reason, by);
            }
            return List.of();
        } catch (RunRequestRefused refused) {
            return List.of(new FormResult.Problem("", refused.getMessage()));
        }
    }
}
