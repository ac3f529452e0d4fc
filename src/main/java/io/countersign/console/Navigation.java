package io.countersign.console;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The sections of the console. A person sees those that exist and that the access table opens to them. */
@Component
class Navigation {

    private static final Logger LOG = LoggerFactory.getLogger(Navigation.class);

    private static final List<NavigationItem> SECTIONS = List.of(
            item("Inbox", "/inbox", "inbox"),
            item("Incidents", "/incidents", "exclamation-diamond"),
            item("Containment", "/containment", "lock"),
            item("Playbooks", "/playbooks", "diagram-3"),
            item("History", "/history", "clock-history"),
            item("Agents", "/agents", "robot"),
            item("Policy", "/policy", "table"));

    private static final List<NavigationItem> ADMINISTRATION = List.of(
            item("People", "/people", "people"),
            item("Guardrails", "/guardrails", "cone-striped"),
            item("Dry runs", "/dry-runs", "mask"),
            item("Alert sources", "/sources", "box-arrow-in-down-right"),
            item("External lists", "/lists", "card-list"),
            item("Quarantine", "/quarantine", "file-earmark-x"));

    private final RequestMappingHandlerMapping pages;
    private final WebInvocationPrivilegeEvaluator access;
    private final Map<String, NavigationCount> counts;

    Navigation(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages, WebInvocationPrivilegeEvaluator access,
               List<NavigationCount> counts) {
        this.pages = pages;
        this.access = access;
        this.counts = counts.stream().collect(Collectors.toMap(NavigationCount::path, Function.identity()));
    }

    List<NavigationItem> sections(Authentication person, String path) {
        return visible(SECTIONS, person, path);
    }

    List<NavigationItem> administration(Authentication person, String path) {
        return visible(ADMINISTRATION, person, path);
    }

    private List<NavigationItem> visible(List<NavigationItem> items, Authentication person, String path) {
        return items.stream()
                .filter(item -> exists(item.path()) && access.isAllowed(null, item.path(), "GET", person))
                .map(item -> new NavigationItem(item.label(), item.path(), item.icon(), count(item.path(), person.getName()),
                        path.equals(item.path()) || path.startsWith(item.path() + "/")))
                .toList();
    }

    private boolean exists(String path) {
        return pages.getHandlerMethods().keySet().stream().anyMatch(mapping -> mapping.getPatternValues().contains(path));
    }

    /** A number that cannot be had is left out: the page must still come. */
    private long count(String path, String username) {
        try {
            return counts.containsKey(path) ? counts.get(path).count(username) : 0;
        } catch (RuntimeException failed) {
            LOG.warn("console.count-failed path={}", path, failed);
            return 0;
        }
    }

    private static NavigationItem item(String label, String path, String icon) {
        return new NavigationItem(label, path, icon, 0, false);
    }
}
