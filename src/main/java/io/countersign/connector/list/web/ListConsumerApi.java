package io.countersign.connector.list.web;

import io.countersign.connector.list.ListConsumer;
import io.countersign.connector.list.ListConsumers;
import io.countersign.connector.list.ListPull;
import io.countersign.connector.list.ServedLists;
import io.countersign.evidence.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.security.Principal;
import java.time.Instant;
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

/** The systems that may pull the lists, for administrators. */
@RestController
@RequestMapping("/api/list-consumers")
@Tag(name = "List consumers", description = "Who may pull the external lists, and who did. A token is told once, when it is issued.")
class ListConsumerApi {

    private final ListConsumers consumers;
    private final ServedLists lists;

    ListConsumerApi(ListConsumers consumers, ServedLists lists) {
        this.consumers = consumers;
        this.lists = lists;
    }

    /** A consumer to be registered. */
    @Schema(name = "NewListConsumer")
    record NewConsumer(@NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{1,62}", message = "2 to 63 lower-case letters, digits and hyphens, beginning with a letter")
                       @Schema(description = "Its user name, too, where it signs in by HTTP Basic.", example = "firewall-dmz") String name) {
    }

    /** A token at the only moment it is shown. */
    @Schema(name = "IssuedListToken")
    record Token(String consumer, @Schema(description = "Keep it now: it cannot be shown again.") String token) {
    }

    @Schema(name = "ListConsumer")
    record Seen(String name, Instant createdAt, Instant revokedAt, List<ListPull> pulls) {
    }

    @GetMapping
    @Operation(summary = "Lists consumers by name, with what each pulled last")
    List<Seen> list() {
        List<ListPull> pulls = lists.latestPulls();
        return consumers.all().stream().map(consumer -> new Seen(consumer.name(), consumer.createdAt(), consumer.revokedAt(),
                pulls.stream().filter(pull -> pull.consumer().equals(consumer.name())).toList())).toList();
    }

    @PostMapping
    @Operation(summary = "Registers a consumer and issues its token")
    ResponseEntity<Token> create(@Valid @RequestBody NewConsumer wanted, Principal person) {
        return told(HttpStatus.CREATED, consumers.create(wanted.name(), Actor.person(person.getName())));
    }

    @PostMapping("/{name}/rotate")
    @Operation(summary = "Issues a new token; the old one is void at once")
    ResponseEntity<Token> rotate(@PathVariable String name, Principal person) {
        return told(HttpStatus.OK, consumers.rotate(name, Actor.person(person.getName())));
    }

    @PostMapping("/{name}/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Voids the token of a consumer")
    void revoke(@PathVariable String name, Principal person) {
        consumers.revoke(name, Actor.person(person.getName()));
    }

    private static ResponseEntity<Token> told(HttpStatus status, ListConsumer.Issued issued) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(new Token(issued.consumer(), issued.token()));
    }
}
