package io.countersign.console;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What people and programs are told while the database is away. It needs neither a session nor a template, which both would ask the database. */
final class DatabaseAwayAnswer {

    static final int RETRY_SECONDS = 5;
    private static final String TITLE = "The database is away";
    private static final String DETAIL = "Countersign cannot reach its database just now, and goes on by itself when it is back. Whether what you sent was done is not "
            + "known: look again in a moment. What is contained stays contained.";

    private DatabaseAwayAnswer() {
    }

    static ResponseEntity<String> entity(String path) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_SECONDS))
                .header(HttpHeaders.CACHE_CONTROL, "no-store").header(HttpHeaders.CONTENT_TYPE, type(path)).body(body(path));
    }

    private static String type(String path) {
        return ProblemAnswer.isApi(path) ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";
    }

    private static String body(String path) {
        return ProblemAnswer.isApi(path) ? "{\"type\":\"about:blank\",\"title\":\"" + TITLE + "\",\"status\":503,\"detail\":\"" + DETAIL + "\",\"message\":\"" + DETAIL + "\"}"
                : "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + TITLE + " · Countersign</title></head><body><main><h1>" + TITLE
                + "</h1><p>" + DETAIL + "</p></main></body></html>";
    }
}
