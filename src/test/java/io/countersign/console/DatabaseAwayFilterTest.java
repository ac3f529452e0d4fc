package io.countersign.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class DatabaseAwayFilterTest {

    private static final SQLException AWAY = new SQLException("the database system is shutting down", "57P01");

    private final DatabaseAwayFilter filter = new DatabaseAwayFilter();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aBrowserIsToldInWordsWhenNotEvenItsSessionCanBeRead() throws Exception {
        filter.doFilter(new MockHttpServletRequest("GET", "/inbox"), response, (request, answer) -> {
            answer.getWriter().write("half a page");
            throw new DataAccessResourceFailureException("session", AWAY);
        });
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentType()).startsWith("text/html");
        assertThat(response.getContentAsString()).contains("The database is away").doesNotContain("half a page").doesNotContain("shutting down");
    }

    @Test
    void aProgramIsToldAsAProblem() throws Exception {
        filter.doFilter(new MockHttpServletRequest("POST", "/api/alerts/ids"), response, (request, answer) -> {
            throw new ServletException("Request processing failed", new IllegalStateException(AWAY));
        });
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
    }

    @Test
    void anythingElseIsNotOursToSay() {
        assertThatThrownBy(() -> filter.doFilter(new MockHttpServletRequest("GET", "/inbox"), response, (request, answer) -> {
            throw new IllegalStateException(new SQLException("duplicate key", "23505"));
        })).isInstanceOf(IllegalStateException.class);
    }
}
