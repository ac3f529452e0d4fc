package io.countersign.desk.web;

import io.countersign.playbook.CompleteTask;
import io.countersign.playbook.FormResult;
import io.countersign.playbook.TaskRefused;
import io.countersign.report.CaseFiles;
import io.countersign.report.TaskCase;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a run asks a person other than approval: work by hand, an unclear outcome, a review. */
@Controller
class TaskPage {

    private static final List<String> NOT_OF_THE_FORM = List.of("_csrf", "password");

    private final CaseFiles files;
    private final CompleteTask complete;
    private final FormSheets sheets;

    TaskPage(CaseFiles files, CompleteTask complete, FormSheets sheets) {
        this.files = files;
        this.complete = complete;
        this.sheets = sheets;
    }

    @GetMapping("/tasks/{id}")
    String one(@PathVariable String id, Principal person, Model model) {
        return files.ofTask(id, person.getName()).map(task -> page(task, sheets.blank(OpenForms.address(id), task.form()), model)).orElse("desk/task-gone");
    }

    @PostMapping("/tasks/{id}")
    String complete(@PathVariable String id, @RequestParam Map<String, String> sent, Principal person, Model model, HttpServletResponse response,
                    RedirectAttributes after) {
        Optional<TaskCase> task = files.ofTask(id, person.getName());
        Map<String, String> typed = new HashMap<>(sent);
        NOT_OF_THE_FORM.forEach(typed::remove);
        try {
            complete.complete(id, typed, person.getName(), sent.get("password"));
            after.addFlashAttribute("flashDone", "It is on the record.");
            return task.map(done -> "redirect:/incidents/" + done.task().incident()).orElse("redirect:/inbox");
        } catch (TaskRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return task.map(still -> again(still, typed, refused, model)).orElse("desk/task-gone");
        }
    }

    private String again(TaskCase task, Map<String, String> typed, TaskRefused refused, Model model) {
        List<FormResult.Problem> problems = refused.problems().stream().map(problem -> new FormResult.Problem(problem.field(), problem.message())).toList();
        return page(task, sheets.again(OpenForms.address(task.task().id()), task.form(), typed, problems), model);
    }

    private static String page(TaskCase task, FormSheet form, Model model) {
        model.addAttribute("task", task).addAttribute("form", form);
        return "desk/task";
    }
}
