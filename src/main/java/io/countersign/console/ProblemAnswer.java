package io.countersign.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gives a {@link Problem} its form: problem details (RFC 9457) for the API, a page for a browser. */
@Component
class ProblemAnswer {

    Object to(HttpServletRequest request, String path, Problem problem, String reference) {
        return isApi(path) ? details(path, problem, reference) : page(request, problem, reference);
    }

    static boolean isApi(String path) {
        return path.startsWith("/api/") || path.startsWith("/v3/") || path.startsWith("/actuator/") || isForModeler(path);
    }

    private static boolean isForModeler(String path) {
        return path.startsWith("/engine-rest/");
    }

    static ProblemDetail body(String path, Problem problem, String reference) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(problem.status(), problem.detail());
        body.setTitle(problem.title());
        body.setInstance(java.net.URI.create(path));
        if (!problem.fields().isEmpty()) {
            body.setProperty("fields", problem.fields());
        }
        problem.more().forEach((name, value) -> {
            if (!name.equals(Problem.FOR_MODELER)) {
                body.setProperty(name, value);
            }
        });
        if (isForModeler(path)) {
            body.setProperty(Problem.FOR_MODELER, problem.more().getOrDefault(Problem.FOR_MODELER, problem.detail()));
        }
        if (reference != null) {
            body.setProperty("reference", reference);
        }
        return body;
    }

    private static ResponseEntity<ProblemDetail> details(String path, Problem problem, String reference) {
        return ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body(path, problem, reference));
    }

    private static ModelAndView page(HttpServletRequest request, Problem problem, String reference) {
        String view = request.getHeader("HX-Request") != null ? "problem :: card" : "problem";
        ModelAndView page = new ModelAndView(view, Map.of("problem", problem));
        page.addObject("reference", reference);
        page.setStatus(problem.status());
        return page;
    }
}
