package io.countersign.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** The address of a list as the browser shows it: filters, order and page live in it, so that it can be kept and sent to others. */
public record ListAddress(String path, Map<String, String> parameters) {

    private static final String PAGE = "page";

    public ListAddress {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    static ListAddress of(HttpServletRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!"_csrf".equals(name) && values.length > 0 && !values[0].isBlank()) {
                parameters.put(name, values[0]);
            }
        });
        return new ListAddress(request.getRequestURI(), parameters);
    }

    public boolean has(String name, Object value) {
        return value == null || value.toString().isEmpty() ? !parameters.containsKey(name) : value.toString().equals(parameters.get(name));
    }

    public String get(String name) {
        return parameters.get(name);
    }

    /** The same list with this filter; an empty value takes the filter away. It begins at the first page again. */
    public String with(String name, Object value) {
        Map<String, String> next = new LinkedHashMap<>(parameters);
        next.remove(PAGE);
        if (value == null || value.toString().isEmpty()) {
            next.remove(name);
        } else {
            next.put(name, value.toString());
        }
        return write(path, next);
    }

    public String page(long number) {
        Map<String, String> next = new LinkedHashMap<>(parameters);
        next.put(PAGE, Long.toString(number));
        return write(path, next);
    }

    /** Orders by the column; by the column that the list is ordered by already, the other way round ({@code -name}). */
    public String sort(String column) {
        return with("sort", has("sort", column) ? "-" + column : column);
    }

    /** For {@code aria-sort}. */
    public String sorted(String column) {
        return has("sort", column) ? "ascending" : has("sort", "-" + column) ? "descending" : "none";
    }

    /** The same rows from another address, for example an export. */
    public String onto(String otherPath) {
        Map<String, String> next = new LinkedHashMap<>(parameters);
        next.remove(PAGE);
        return write(otherPath, next);
    }

    private static String write(String path, Map<String, String> parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }
}
