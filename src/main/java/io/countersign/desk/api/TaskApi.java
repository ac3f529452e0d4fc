package io.countersign.desk.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.countersign.playbook.CompleteTask;
import io.countersign.playbook.PersonTask;
import io.countersign.report.CaseFile;
import io.countersign.report.CaseFiles;
import io.countersign.report.Inbox;
import io.countersign.report.InboxItem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a person in runs, other than approvals: work by hand, unclear outcomes, reviews. */
@RestController
@RequestMapping("/api/tasks")
@Tag(name = "Tasks")
class TaskApi {

    private static final String GONE = "This does not wait for a person: somebody or a timer was first, or it is an approval (see /api/approvals).";

    private final Inbox inbox;
    private final CaseFiles files;
    private final CompleteTask completion;

    TaskApi(Inbox inbox, CaseFiles files, CompleteTask completion) {
        this.inbox = inbox;
        this.files = files;
        this.completion = completion;
    }

    @GetMapping
    @Operation(summary = "What waits for people, oldest first")
    Listing<InboxItem> list(@RequestParam(defaultValue = "false") @Parameter(description = "Also those that you may not do") boolean all,
                            @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit, Principal person) {
        return Listing.of(inbox.tasks(person.getName(), all), offset, limit);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One task with its form")
    Document one(@PathVariable String id, Principal person) {
        return files.ofTask(id, person.getName()).map(found -> new Document(found.item(), found.task(), found.form(), found.file()))
                .orElseThrow(() -> new NotFound(GONE));
    }

    @PostMapping("/{id}/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Completes a task", description = "The values are checked against the form that the task was deployed with.")
    @ApiResponse(responseCode = "403", description = "This waits for others")
    @ApiResponse(responseCode = "409", description = "It no longer waits")
    @ApiResponse(responseCode = "422", description = "A field is missing or wrong; the problem names it")
    void complete(@PathVariable String id, @Valid @RequestBody Completion request, Principal person) {
        InboxItem task = inbox.task(id, person.getName()).orElseThrow(() -> new NotFound(GONE));
        if (task.whyNot() != null) {
            throw new NotForYou(task.whyNot());
        }
        completion.complete(id, request.values(), person.getName(), request.password());
    }

    @Schema(name = "Task")
    record Document(InboxItem item, PersonTask task,
                    @JsonRawValue @Schema(type = "object", description = "Camunda Form (form-js)") String form, CaseFile file) {
    }

    /** @param password asked for once more where a person acts by hand */
    @Schema(name = "Completion")
    record Completion(@NotNull @Size(max = 100) Map<String, Object> values,
                      @Schema(description = "Your password once more, where a person acts by hand") @Size(max = 200) String password) {

        @Override
        public String toString() {
            return "Completion[values=" + values.keySet() + ", password=hidden]";
        }
    }
}
