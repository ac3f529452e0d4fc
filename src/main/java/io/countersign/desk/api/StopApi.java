package io.countersign.desk.api;

import io.countersign.evidence.Actor;
import io.countersign.execution.HeldAction;
import io.countersign.execution.HeldActions;
import io.countersign.stop.LiftStop;
import io.countersign.stop.PressStop;
import io.countersign.stop.Stop;
import io.countersign.stop.StopScope;
import io.countersign.stop.Stops;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The kill switch over REST: one person stops, two lift. */
@RestController
@RequestMapping("/api/stops")
@Tag(name = "Stops")
class StopApi {

    private static final int MOST = 1000;

    private final Stops stops;
    private final PressStop press;
    private final LiftStop lift;
    private final HeldActions held;

    StopApi(Stops stops, PressStop press, LiftStop lift, HeldActions held) {
        this.stops = stops;
        this.press = press;
        this.lift = lift;
        this.held = held;
    }

    /** What is to be stopped. */
    @Schema(name = "StopOrder")
    record Order(@NotNull StopScope.Kind scope, @Schema(description = "Key of the playbook, catalogue id of the action or id of the connector; none for everything") String name,
                 @Schema(description = "3 to 500 characters") String reason) {
    }

    @Schema(name = "StopReason")
    record Reason(@Schema(description = "10 to 500 characters; auditors will read them") String reason) {
    }

    @GetMapping
    @Operation(summary = "What is stopped, the widest first")
    Listing<Stop> list(@RequestParam(defaultValue = "false") @Parameter(description = "Also what was lifted, newest first") boolean lifted,
                       @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
        return Listing.of(lifted ? stops.latest(MOST) : stops.inForce(), offset, limit);
    }

    @GetMapping("/held")
    @Operation(summary = "Actions that wait behind a stop, the longest waiting first")
    Listing<HeldAction> held(@RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
        return Listing.of(held.waiting(MOST), offset, limit);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Stops new effects on all nodes, at once; undoing goes on",
            description = "When this answers, nothing new is sent. Pressing what is stopped already ends a request to lift it.")
    Stop press(@Valid @RequestBody Order order, Principal person) {
        return press.press(new StopScope(order.scope(), order.name() == null ? "" : order.name()), order.reason(), Actor.person(person.getName()));
    }

    @PostMapping("/{id}/lift-request")
    @Operation(summary = "Asks for a stop to be lifted; a second person has to agree within the hour")
    Stop ask(@PathVariable long id, @RequestBody Reason said, Principal person) {
        lift.ask(id, person.getName(), said.reason());
        return find(id);
    }

    @PostMapping("/{id}/lift")
    @Operation(summary = "Agrees as the second person: the stop is lifted, and what waited is assessed anew")
    @ApiResponse(responseCode = "200", description = "It is lifted")
    @ApiResponse(responseCode = "403", description = "You may not: you asked yourself, are of the same team, or lack the role")
    @ApiResponse(responseCode = "409", description = "It is lifted already, or nobody asked within the hour")
    Stop lift(@PathVariable long id, @RequestBody Reason said, Principal person) {
        lift.lift(id, person.getName(), said.reason());
        return find(id);
    }

    @PostMapping("/{id}/keep")
    @Operation(summary = "Does not agree, as the second person: the stop stays")
    Stop keep(@PathVariable long id, @RequestBody Reason said, Principal person) {
        lift.keep(id, person.getName(), said.reason());
        return find(id);
    }

    private Stop find(long id) {
        return stops.find(id).orElseThrow(() -> new NotFound("There is no such stop."));
    }
}
