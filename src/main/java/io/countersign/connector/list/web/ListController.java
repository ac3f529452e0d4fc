package io.countersign.connector.list.web;

import io.countersign.connector.list.ListConsumer;
import io.countersign.connector.list.ListConsumers;
import io.countersign.connector.list.ListKind;
import io.countersign.connector.list.ServedList;
import io.countersign.connector.list.ServedLists;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Where consumers pull the lists. Stateless: each request proves itself with the token of its consumer. A GET is noted as a pull, whether
 * the content is sent or the consumer has it already; a HEAD is not.
 *
 * <p>Only {@code If-None-Match} is answered with 304. By {@code If-Modified-Since}, which knows whole seconds, a consumer that pulled in the
 * second of a change would miss an entry until the next one; it gets the whole list instead.
 */
@RestController
@Tag(name = "External lists", description = "For firewalls, proxies and gateways. Authenticated by the token of the consumer, not by a session.")
class ListController {

    private static final Logger log = LoggerFactory.getLogger(ListController.class);
    private static final String PLAIN = "text/plain;charset=utf-8";

    private final ServedLists lists;
    private final ListConsumers consumers;

    ListController(ServedLists lists, ListConsumers consumers) {
        this.lists = lists;
        this.consumers = consumers;
    }

    @GetMapping("/api/lists/{list}")
    @Operation(summary = "A block list as plain text, one entry a line", description = "The list `address`, `domain`, `url` or `hash`. Send the ETag as "
            + "If-None-Match: 304 says that nothing changed. An entry is on the list as soon as its containment was ordered; it has no effect before it was pulled.")
    @ApiResponse(responseCode = "200", description = "The list", content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "304", description = "Nothing changed", content = @Content)
    @ApiResponse(responseCode = "401", description = "No valid token", content = @Content(mediaType = "application/problem+json"))
    void list(@PathVariable String list, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ConsumerCredentials given = ConsumerCredentials.of(request);
        ListConsumer consumer = consumers.authenticate(given.name(), given.token()).orElseThrow(() -> {
            log.warn("list.unauthenticated from={}", request.getRemoteAddr());
            return new ConsumerNotAuthenticated();
        });
        ListKind kind = ListKind.ofPath(list).orElseThrow(UnknownList::new);
        ServedList served = HttpMethod.HEAD.matches(request.getMethod()) ? lists.read(kind) : lists.pull(kind, consumer);
        answer(served, request, response);
    }

    private static void answer(ServedList served, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setDateHeader(HttpHeaders.LAST_MODIFIED, served.changedAt().toEpochMilli());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        if (new ServletWebRequest(request, response).checkNotModified(served.etag())) {
            return;
        }
        byte[] body = served.text().getBytes(StandardCharsets.UTF_8);
        response.setContentType(PLAIN);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
