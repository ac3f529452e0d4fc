package io.countersign.console;

import io.countersign.datastore.DatabaseAway;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Around everything, sessions included, which live in the database: while it is away, whoever comes is told so in words. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseAwayFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failed) {
            if (!DatabaseAway.caused(failed)) {
                throw failed;
            }
            LOG.warn("request.database-away method={} path={}", request.getMethod(), request.getRequestURI());
            answer(response, DatabaseAwayAnswer.entity(request.getRequestURI()));
        }
    }

    /** An answer of which a part is sent already stays as it is. */
    private static void answer(HttpServletResponse response, ResponseEntity<String> answer) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.reset();
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream().write(String.valueOf(answer.getBody()).getBytes(StandardCharsets.UTF_8));
    }
}
