package io.countersign.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.view.AbstractView;

/**
 * The view named {@code csv}: writes the model's {@code columns} (list of text) and {@code rows} (list of lists) as the download
 * {@code filename} (RFC 4180). Text that a spreadsheet would run as a formula is kept text.
 */
@Component("csv")
class CsvView extends AbstractView {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    CsvView() {
        setContentType("text/csv;charset=UTF-8");
    }

    @Override
    protected void renderMergedOutputModel(Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(getContentType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename((String) model.get("filename")).build().toString());
        StringBuilder text = new StringBuilder(line((List<?>) model.get("columns")));
        ((List<?>) model.get("rows")).forEach(row -> text.append(line((List<?>) row)));
        response.getWriter().write(text.toString());
    }

    static String line(List<?> cells) {
        return cells.stream().map(CsvView::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        String text = value == null ? "" : value.toString();
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
