package io.countersign.desk.web;

import io.countersign.execution.PlaybookRun;
import io.countersign.playbook.FormResult;
import io.countersign.playbook.OrderForms;
import io.countersign.playbook.TaskForms;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The forms in which a release, a keep or a rollback is ordered. */
@Component
class OrderSheets {

    private final OrderForms forms;
    private final TaskForms checks;
    private final FormSheets sheets;

    OrderSheets(OrderForms forms, TaskForms checks, FormSheets sheets) {
        this.forms = forms;
        this.checks = checks;
        this.sheets = sheets;
    }

    String form(PlaybookRun run, RunOrder order) {
        return order.form(forms, run.definition());
    }

    FormSheet blank(PlaybookRun run, RunOrder order) {
        return sheets.blank(address(run, order), form(run, order));
    }

    FormSheet again(PlaybookRun run, RunOrder order, Map<String, String> typed, List<FormResult.Problem> problems) {
        return sheets.again(address(run, order), form(run, order), typed, problems);
    }

    FormResult check(PlaybookRun run, RunOrder order, Map<String, String> typed) {
        return checks.check(form(run, order), typed);
    }

    private static String address(PlaybookRun run, RunOrder order) {
        return "/runs/" + run.id() + "/plan/form?order=" + order.path();
    }
}
