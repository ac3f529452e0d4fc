package io.countersign.console;

import io.countersign.datastore.DatabaseAway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Sends a failed sign-in back to the form. It tells wrong from locked, and nothing more; where no password could be looked up, {@link DatabaseAwayFilter} answers. */
final class SignInFailure implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (DatabaseAway.caused(failure)) {
            throw failure;
        }
        response.sendRedirect(request.getContextPath() + (failure instanceof LockedException ? "/login?locked" : "/login?wrong"));
    }
}
