package io.countersign.desk.api;

import io.countersign.evidence.Actor;
import io.countersign.policy.guardrail.Guardrail;
import io.countersign.policy.guardrail.GuardrailOverride;
import io.countersign.policy.guardrail.Guardrails;
import io.countersign.policy.guardrail.ManageGuardrails;
import io.countersign.policy.guardrail.OverrideGuardrail;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The guardrails over REST. */
@RestController
@RequestMapping("/api/guardrails")
@Tag(name = "Guardrails")
class GuardrailApi {

    private static final int MOST = 1000;

    private final Guardrails guardrails;
    private final ManageGuardrails manage;
    private final OverrideGuardrail overrides;

    GuardrailApi(Guardrails guardrails, ManageGuardrails manage, OverrideGuardrail overrides) {
        this.guardrails = guardrails;
        this.manage = manage;
        this.overrides = overrides;
    }

    @Schema(name = "GuardrailState")
    record State(boolean enabled, @Schema(description = "10 to 500 characters") String reason) {
    }

    @Schema(name = "OverrideRequest")
    record Ask(@NotBlank String guardrail, @NotBlank String actionType, @NotBlank String target, @Schema(description = "10 to 500 characters") String reason) {
    }

    @Schema(name = "OverrideDecision")
    record Said(boolean granted, @Schema(description = "10 to 500 characters") String reason) {
    }

    @GetMapping
    @Operation(summary = "All guardrails, with those that are switched off")
    List<Guardrail> list() {
        return guardrails.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Adds a guardrail, or replaces the one of this id")
    void put(@RequestBody Guardrail row, Principal person) {
        manage.put(row, Actor.person(person.getName()));
    }

    @PostMapping("/{id}/state")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Switches a guardrail on or off")
    void state(@PathVariable String id, @RequestBody State wanted, Principal person) {
        manage.enable(id, wanted.enabled(), wanted.reason(), Actor.person(person.getName()));
    }

    @GetMapping("/overrides")
    @Operation(summary = "Overrides, newest first")
    Listing<GuardrailOverride> overrides(@RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
        return Listing.of(overrides.latest(MOST), offset, limit);
    }

    @PostMapping("/overrides")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Asks that a guardrail shall not count for one kind of action on one target; a second person has to agree")
    GuardrailOverride ask(@Valid @RequestBody Ask asked, Principal person) {
        return overrides.ask(asked.guardrail(), asked.actionType(), asked.target(), asked.reason(), person.getName());
    }

    @PostMapping("/overrides/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Agrees to an override as the second person, or does not")
    void decide(@PathVariable UUID id, @RequestBody Said said, Principal person) {
        overrides.decide(id, said.granted(), said.reason(), person.getName());
    }
}
