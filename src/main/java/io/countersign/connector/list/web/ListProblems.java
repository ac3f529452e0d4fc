package io.countersign.connector.list.web;

import io.countersign.connector.list.UnknownListConsumer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says the refusals of these endpoints as problems (RFC 9457), with the headers that machines need; the rest is the console's to say. */
@RestControllerAdvice(assignableTypes = {ListController.class, ListConsumerApi.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class ListProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAuthenticated(ConsumerNotAuthenticated refused) {
        return answer(ResponseEntity.status(HttpStatus.UNAUTHORIZED).header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"lists\", charset=\"UTF-8\"")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"lists\""), HttpStatus.UNAUTHORIZED, refused);
    }

    @ExceptionHandler({UnknownList.class, UnknownListConsumer.class})
    ResponseEntity<ProblemDetail> unknown(RuntimeException refused) {
        return answer(ResponseEntity.status(HttpStatus.NOT_FOUND), HttpStatus.NOT_FOUND, refused);
    }

    private static ResponseEntity<ProblemDetail> answer(ResponseEntity.BodyBuilder answer, HttpStatus status, RuntimeException refused) {
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(ProblemDetail.forStatusAndDetail(status, refused.getMessage()));
    }
}
