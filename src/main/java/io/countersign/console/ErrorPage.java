package io.countersign.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for what never reached a controller: unknown paths, refusals by filters, faults of the container. */
@Controller
class ErrorPage implements ErrorController {

    private final ProblemAnswer answer;
    private final TooLargeRecord tooLarge;

    ErrorPage(ProblemAnswer answer, TooLargeRecord tooLarge) {
        this.answer = answer;
        this.tooLarge = tooLarge;
    }

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String text ? text : "/";
        tooLarge.note(request, status);
        return answer.to(request, path, problem(status, request), null);
    }

    private static Problem problem(HttpStatus status, HttpServletRequest request) {
        if ("page-too-old".equals(request.getAttribute(RequestDispatcher.ERROR_MESSAGE))) {
            return new Problem(HttpStatus.FORBIDDEN, "This page was open for too long",
                    "Your session changed since the page was loaded. Nothing was changed: go back, reload the page and send it again.", java.util.List.of());
        }
        return ProblemCatalogue.plain(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
    }
}
