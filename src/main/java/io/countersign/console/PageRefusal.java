package io.countersign.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Answers a browser that may not open something: to the login page, to the change of a one-time password, or a page that says why. */
@Component
class PageRefusal implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final AccessTable table;

    PageRefusal(AccessTable table) {
        this.table = table;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing) throws IOException {
        String login = request.getContextPath() + "/login";
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", login);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(login);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException {
        if (denied instanceof CsrfException) {
            response.sendError(HttpStatus.FORBIDDEN.value(), "page-too-old");
        } else if (OneTimePassword.isInUse()) {
            response.sendRedirect(request.getContextPath() + "/account/password");
        } else {
            response.sendError(table.find(request).isEmpty() ? HttpStatus.NOT_FOUND.value() : HttpStatus.FORBIDDEN.value());
        }
    }
}
