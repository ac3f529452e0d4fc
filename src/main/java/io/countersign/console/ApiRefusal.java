package io.countersign.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.datastore.DatabaseAway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Answers an API client that may not do something, with problem details. Where nobody could look who it is, {@link DatabaseAwayFilter} answers. */
@Component
class ApiRefusal implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;

    ApiRefusal(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing) throws IOException {
        if (DatabaseAway.caused(missing)) {
            throw missing;
        }
        if (missing instanceof LockedException) {
            write(request, response, Problem.of(HttpStatus.TOO_MANY_REQUESTS, "Too many failed tries: sign-in is locked for some minutes."));
            return;
        }
        // A browser would ask for a password, remember it, and send it along with what other sites make it send.
        if (request.getHeader("Sec-Fetch-Mode") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Countersign\", charset=\"UTF-8\"");
        }
        write(request, response, ProblemCatalogue.plain(HttpStatus.UNAUTHORIZED));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException {
        write(request, response, why(denied));
    }

    private static Problem why(AccessDeniedException denied) {
        if (denied instanceof CsrfException) {
            return Problem.of(HttpStatus.FORBIDDEN, "Requests from a browser need the header X-CSRF-TOKEN. Nothing was changed.");
        }
        return OneTimePassword.isInUse() ? new Problem(HttpStatus.FORBIDDEN, "Choose a password first",
                "This password was generated for one sign-in: sign in on the pages, choose your own, and come back with it. Nothing was changed.", List.of())
                : ProblemCatalogue.plain(HttpStatus.FORBIDDEN);
    }

    void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), ProblemAnswer.body(request.getRequestURI(), problem, null));
    }
}
