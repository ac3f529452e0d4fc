package io.countersign.incident.web;

import io.countersign.evidence.Actor;
import io.countersign.incident.AlertSource;
import io.countersign.incident.AlertSources;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.security.Principal;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The systems that may post alerts, for administrators. */
@RestController
@RequestMapping("/api/alert-sources")
@Tag(name = "Alert sources", description = "Who may post alerts. A token is told once, when it is issued.")
class AlertSourceApi {

    private final AlertSources sources;

    AlertSourceApi(AlertSources sources) {
        this.sources = sources;
    }

    /** A source to be registered. */
    @Schema(name = "NewAlertSource")
    record NewSource(@NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{1,62}", message = "2 to 63 lower-case letters, digits and hyphens, beginning with a letter")
                     @Schema(description = "Part of the address it posts to.", example = "suricata-dmz") String name,
                     @NotBlank @Schema(description = "How its records are read.", example = "suricata-eve") String format) {
    }

    /** A token at the only moment it is shown. */
    @Schema(name = "IssuedToken")
    record Token(String source, @Schema(description = "Keep it now: it cannot be shown again.") String token) {
    }

    @GetMapping
    @Operation(summary = "Lists alert sources by name")
    List<AlertSource> list() {
        return sources.all();
    }

    @PostMapping
    @Operation(summary = "Registers a source and issues its token")
    ResponseEntity<Token> create(@Valid @RequestBody NewSource wanted, Principal person) {
        var issued = sources.create(wanted.name(), wanted.format(), Actor.person(person.getName()));
        return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore()).body(new Token(issued.source(), issued.token()));
    }

    @PostMapping("/{name}/rotate")
    @Operation(summary = "Issues a new token; the old one is void at once")
    ResponseEntity<Token> rotate(@PathVariable String name, Principal person) {
        var issued = sources.rotate(name, Actor.person(person.getName()));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Token(issued.source(), issued.token()));
    }

    @PostMapping("/{name}/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Voids the token of a source")
    void revoke(@PathVariable String name, Principal person) {
        sources.revoke(name, Actor.person(person.getName()));
    }
}
