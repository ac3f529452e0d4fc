package io.countersign.desk.web;

import io.countersign.playbook.PersonTask;
import io.countersign.playbook.PersonTasks;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The forms of what waits for people, as they were deployed with the playbook. */
@Controller
class OpenForms {

    private final PersonTasks tasks;

    OpenForms(PersonTasks tasks) {
        this.tasks = tasks;
    }

    static String address(String task) {
        return "/tasks/" + task + "/form";
    }

    /** Empty once the task waits no more. */
    Optional<String> find(String task) {
        return tasks.find(task).map(PersonTask::id).map(tasks::form);
    }

    @GetMapping("/tasks/{id}/form")
    ResponseEntity<String> form(@PathVariable String id) {
        return find(id).map(form -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(form))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "This does not wait any more: somebody or a timer was first."));
    }
}
