package io.countersign.desk.api;

import io.countersign.playbook.DeployRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;

/** Reads the parts that Modeler sends: three fields, and each file under its own name. Fields that would mean something else to the engine are refused. */
final class ModelerUpload {

    private static final String NAME = "deployment-name";
    private static final String SOURCE = "deployment-source";
    private static final String TENANT = "tenant-id";
    /** Filtering of duplicates is always on here. */
    private static final Set<String> FIELDS = Set.of(NAME, SOURCE, TENANT, "enable-duplicate-filtering", "deploy-changed-only");

    private ModelerUpload() {
    }

    static DeployRequest read(MultipartHttpServletRequest request, String source, String person) {
        Set<String> fields = new TreeSet<>(request.getParameterMap().keySet());
        fields.removeAll(FIELDS);
        require(fields.isEmpty(), "Countersign does not know the fields " + fields + " of a deployment.");
        String tenant = request.getParameter(TENANT);
        require(tenant == null || tenant.isBlank(), "Countersign has no tenants; leave the tenant empty.");
        return new DeployRequest(request.getParameter(NAME), source, files(request), person);
    }

    /** The tool, by its own account. */
    static String source(MultipartHttpServletRequest request) {
        String source = request.getParameter(SOURCE);
        return source == null ? "Camunda Modeler" : source;
    }

    private static Map<String, byte[]> files(MultipartHttpServletRequest request) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (List<MultipartFile> parts : request.getMultiFileMap().values()) {
            for (MultipartFile part : parts) {
                String name = String.valueOf(part.getOriginalFilename());
                require(files.put(name, content(part)) == null, "Two files are called " + name + ".");
            }
        }
        return files;
    }

    private static byte[] content(MultipartFile part) {
        try {
            return part.getBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, otherwise);
        }
    }
}
