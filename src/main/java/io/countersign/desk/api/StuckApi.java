package io.countersign.desk.api;

import io.countersign.evidence.Actor;
import io.countersign.playbook.StuckWork;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Work that failed as often as it may be tried. */
@RestController
@RequestMapping("/api/stuck")
@Tag(name = "Stuck work")
class StuckApi {

    private final StuckWork stuck;

    StuckApi(StuckWork stuck) {
        this.stuck = stuck;
    }

    @GetMapping
    @Operation(summary = "What is stuck, and why, oldest first")
    Listing<StuckWork.Stuck> list(@RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
        return Listing.of(stuck.all(), offset, limit);
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Has it tried once more")
    void retry(@PathVariable String id, Principal person) {
        if (!stuck.retry(id, Actor.person(person.getName()))) {
            throw new NotFound("This is not stuck any more, or never was.");
        }
    }
}
